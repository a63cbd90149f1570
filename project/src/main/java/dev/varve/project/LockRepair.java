package dev.varve.project;

import dev.varve.project.ConflictMarkers.Sides;
import dev.varve.runtime.format.Checksum;
import dev.varve.runtime.format.FormatException;
import dev.varve.runtime.format.LockEntry;
import dev.varve.runtime.format.LockFile;
import dev.varve.schema.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts together what a merge left of one dialect's lock file and scripts. */
final class LockRepair {
  private final Layout layout;
  private final Dialect dialect;
  private final Map<String, String> scripts;
  private final LockSide ours;
  private final LockSide theirs;
  private final List<Path> obsolete = new ArrayList<>();
  private final Map<String, String> kept = new TreeMap<>();

  private LockRepair(
      Layout layout, Dialect dialect, Map<String, String> scripts, LockSide ours, LockSide theirs) {
    this.layout = layout;
    this.dialect = dialect;
    this.scripts = scripts;
    this.ours = ours;
    this.theirs = theirs;
  }

  static LockRepair of(Layout layout, Dialect dialect, String lock, Map<String, String> scripts)
      throws FileProblem {
    Path file = layout.lock(dialect);
    Sides sides =
        ConflictMarkers.sides(lock)
            .orElseThrow(
                () ->
                    new FileProblem(
                        FileMessage.LOCK_DAMAGED,
                        file.toString(),
                        "its conflict markers don't match"));
    try {
      return new LockRepair(
          layout, dialect, scripts, LockSide.parse(sides.ours()), LockSide.parse(sides.theirs()));
    } catch (FormatException e) {
      throw new FileProblem(
          FileMessage.LOCK_DAMAGED, file.toString(), String.valueOf(e.getMessage()));
    }
  }

  /** Whether a side has sealed migrations. */
  boolean hasSealed() {
    return !ours.snapshots().isEmpty() || !theirs.snapshots().isEmpty();
  }

  /** Whether the sealed migrations of a side lead to the snapshot with a checksum. */
  boolean leadsTo(String snapshot) {
    return ours.snapshots().contains(snapshot) || theirs.snapshots().contains(snapshot);
  }

  /** Whether the sides say different things of the snapshot, or a side several. */
  boolean isMerge() {
    return ours.snapshots().size() > 1 || !ours.snapshots().equals(theirs.snapshots());
  }

  /** The checksums of snapshots that one side only has, with sealed migrations of its own. */
  Set<String> snapshotsOfOneSide() {
    boolean both = !ours.sealedBeyond(theirs).isEmpty() && !theirs.sealedBeyond(ours).isEmpty();
    Set<String> snapshots = new LinkedHashSet<>();
    if (both) {
      snapshots.addAll(ours.snapshots());
      snapshots.addAll(theirs.snapshots());
    }
    return snapshots;
  }

  /** Draft scripts that are planned anew. */
  List<Path> obsolete() {
    return obsolete;
  }

  /**
   * The sealed migrations of both sides.
   *
   * @throws FileProblem if one of them isn't what a side sealed, or two of them don't go together
   */
  StoredMigrations migrations(Optional<String> snapshot) throws FileProblem {
    Set<LockEntry> all = new LinkedHashSet<>(ours.entries());
    all.addAll(theirs.entries());
    Map<String, LockEntry> sealed = sealed(all);
    for (LockEntry entry : sealed.values()) {
      String version = entry.migration().version();
      keep(version, entry.migration().upFile(), entry.up());
      keep(version, entry.migration().downFile(), entry.down());
    }
    List<LockEntry> entries = new ArrayList<>(sealed.values());
    entries.addAll(byHand(all, sealed));
    dropDrafts(all);
    for (String file : scripts.keySet()) {
      if (!kept.containsKey(file) && !obsolete.contains(layout.script(dialect, file))) {
        throw StoredChecks.unknown(layout, dialect, List.of(file));
      }
    }
    refuseClashes();
    return new StoredMigrations(
        new LockFile(entries, sealed.isEmpty() ? Optional.empty() : snapshot), kept);
  }

  private Map<String, LockEntry> sealed(Collection<LockEntry> all) throws FileProblem {
    Map<String, LockEntry> sealed = new TreeMap<>();
    for (LockEntry entry : all) {
      if (entry.state() == LockEntry.State.SEALED) {
        LockEntry other = sealed.put(entry.migration().version(), entry);
        if (other != null && !other.equals(entry)) {
          throw sameVersion(other, entry);
        }
      }
    }
    return sealed;
  }

  private FileProblem sameVersion(LockEntry one, LockEntry other) {
    return new FileProblem(
        FileMessage.SEALED_TWICE,
        one.migration().toString(),
        other.migration().toString(),
        layout.lock(dialect).toString());
  }

  /** What persons write on either side; one of them may have sealed what the other still has. */
  private List<LockEntry> byHand(Set<LockEntry> all, Map<String, LockEntry> sealed)
      throws FileProblem {
    Map<String, LockEntry> taken = new TreeMap<>(sealed);
    List<LockEntry> byHand = new ArrayList<>();
    for (LockEntry entry : all) {
      if (entry.byHand()) {
        LockEntry other = taken.putIfAbsent(entry.migration().version(), entry);
        if (other == null) {
          keepAny(entry.migration().upFile());
          keepAny(entry.migration().downFile());
          byHand.add(entry);
        } else if (!other.migration().equals(entry.migration())) {
          throw sameVersion(other, entry);
        }
      }
    }
    return byHand;
  }

  private void keepAny(String file) {
    String text = scripts.get(file);
    if (text != null) {
      kept.put(file, text);
    }
  }

  private void keep(String version, String file, String checksum) throws FileProblem {
    String text = scripts.get(file);
    Path path = layout.script(dialect, file);
    if (text == null) {
      throw new FileProblem(
          FileMessage.SEALED_MISSING, path.toString(), layout.lock(dialect).toString());
    }
    String found = Checksum.of(text);
    if (!found.equals(checksum)) {
      throw new FileProblem(
          FileMessage.SEALED_CHANGED,
          path.toString(),
          layout.lock(dialect).toString(),
          checksum,
          found,
          version);
    }
    kept.put(file, text);
  }

  private void dropDrafts(Set<LockEntry> all) throws FileProblem {
    Set<String> edited = new LinkedHashSet<>();
    for (LockEntry entry : all) {
      if (entry.state() == LockEntry.State.DRAFT && !entry.byHand()) {
        drop(entry.migration().upFile(), entry.up(), edited);
        drop(entry.migration().downFile(), entry.down(), edited);
      }
    }
    for (String file : edited) {
      Path path = layout.script(dialect, file);
      if (!obsolete.contains(path)) {
        throw new FileProblem(FileMessage.DRAFT_IN_MERGE, path.toString());
      }
    }
  }

  /** What is left of a draft goes, unless a person edited it on the side that its line is from. */
  private void drop(String file, String checksum, Set<String> edited) {
    String text = scripts.get(file);
    if (text == null || kept.containsKey(file)) {
      return;
    }
    if (Checksum.of(text).equals(checksum) || ConflictMarkers.firstLine(text) > 0) {
      obsolete.add(layout.script(dialect, file));
    } else {
      edited.add(file);
    }
  }

  private void refuseClashes() throws FileProblem {
    for (LockEntry our : ours.sealedBeyond(theirs)) {
      Set<String> touched = touched(our);
      for (LockEntry their : theirs.sealedBeyond(ours)) {
        Set<String> common = TouchedObjects.common(touched, touched(their));
        if (!common.isEmpty()) {
          throw new FileProblem(
              FileMessage.SEALED_CLASH,
              our.migration().toString(),
              their.migration().toString(),
              String.join(", ", common),
              layout.lock(dialect).toString());
        }
      }
    }
  }

  private Set<String> touched(LockEntry entry) {
    return TouchedObjects.of(
        kept.getOrDefault(entry.migration().upFile(), ""), SealChecks.engine(dialect));
  }
}
