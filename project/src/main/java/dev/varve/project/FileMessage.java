package dev.varve.project;

import static dev.varve.project.Severity.ERROR;
import static dev.varve.project.Severity.NOTE;
import static dev.varve.project.Severity.WARNING;

/**
 * Every message on the files of a project. {@code docs/diagnostics.md} explains each.
 *
 * <p>Their numbers lie between 106 and 149, and none is one of the processor's own. A code is never
 * given a second meaning, so there may be gaps.
 */
public enum FileMessage implements NoticeKind {
  /** In a check: migrations that a person writes and that aren't sealed. */
  BY_HAND_NOT_SEALED(
      106,
      ERROR,
      "written by hand and not sealed: {0}; seal with varve seal or -Avarve.seal=<name>, and commit"
          + " {1}"),

  /** In a check: a change of several files that was interrupted. */
  UNSETTLED(
      107,
      ERROR,
      "a change of the files in {0} was interrupted ({1} is there); compile without"
          + " -Avarve.mode=check, or run varve seal, once, which finishes it"),

  /** A change of several files that was interrupted and can't be finished. */
  UNFINISHED(
      108,
      ERROR,
      "a change of the files in {0} was interrupted and can't be finished, since {1}; bring all of"
          + " {0} back to one version from version control, delete {2}, and try again; nothing was"
          + " changed"),

  /** A snapshot that no lock file names, without a merge that could have made it. */
  SNAPSHOT_OF_NONE(
      109,
      ERROR,
      "{0} has the checksum {1}, which no lock file names, and none of them shows a merge; restore"
          + " it and the lock files from the same version in version control, or bring the conflicts"
          + " back (git checkout -m) and repair again; nothing was changed"),

  /** A file that exists and can't be read. */
  FILE_UNREADABLE(110, ERROR, "{0} can't be read: {1}; nothing was changed"),

  /** A directory that can't be written to. */
  FILES_UNWRITABLE(
      111,
      ERROR,
      "{0} can't be written: {1}; {2}; make room or allow writing there, then try again"),

  /** Another compiler doesn't let go of the directory. */
  DIRECTORY_BUSY(
      112,
      ERROR,
      "{0} has been in use by another compiler or command for {1} seconds; try again when that has"
          + " ended"),

  /** A file of JSON that isn't what Varve wrote. */
  JSON_DAMAGED(
      113,
      ERROR,
      "{0} is damaged: {1}; after a merge, compile with -Avarve.mode=repair; nothing was changed"),

  /** A lock file that isn't what Varve wrote. */
  LOCK_DAMAGED(
      114,
      ERROR,
      "{0} is damaged: {1}; after a merge, compile with -Avarve.mode=repair; nothing was changed"),

  /** Sealed migrations without the snapshot that they lead to, or with another. */
  SNAPSHOT_CHANGED(
      115,
      ERROR,
      "{0} has the checksum {1}, not {2}, but {3} lists sealed migrations that lead to it; after a"
          + " merge, compile with -Avarve.mode=repair, else restore both from the same version in"
          + " version control"),

  /** A sealed migration with another content. */
  SEALED_CHANGED(
      116,
      ERROR,
      "{0} was changed after it was sealed: {1} has {2}, the file has {3}; restore it from version"
          + " control, and make the change in a new migration, or, if it was on purpose, run varve"
          + " seal --accept {4}"),

  /** A sealed migration without its file. */
  SEALED_MISSING(
      117, ERROR, "{0} is missing, but {1} lists it as sealed; restore it from version control"),

  /** A file among the migrations that the lock file doesn't list. */
  SCRIPT_UNKNOWN(
      118,
      ERROR,
      "{0} {1} not listed in {2}; if the latter lost lines, restore it from version control; if it"
          + " was put back to a time before a draft, delete the former"),

  /** A draft that was edited, and records that say something else by now. */
  DRAFT_OUTDATED(
      119,
      ERROR,
      "{0} was edited by hand, so it is not rewritten, but the records have changed since; seal it"
          + " (varve seal, or -Avarve.seal=<name>) before changing records, or delete it to have it generated"
          + " anew; nothing was changed"),

  /** A draft that was edited, and records that still say the same. */
  DRAFT_EDITED(
      120,
      NOTE,
      "{0} was edited by hand and is left as it is; seal it (varve seal, or -Avarve.seal=<name>), or delete it"
          + " to have it generated anew"),

  /** In a check: changes that are no sealed migration. */
  NOT_SEALED(
      122,
      ERROR,
      "the records have changes that are not sealed{0}: {1}; compile without -Avarve.mode=check, seal"
          + " (varve seal, or -Avarve.seal=<name>), and commit {2}"),

  /** In a check: files that a compilation would change. */
  FILES_STALE(
      123,
      ERROR,
      "not up to date: {0}; compile without -Avarve.mode=check and commit what changes"),

  /** A wish to seal where no draft is. */
  NOTHING_TO_SEAL(124, NOTE, "nothing to seal: all that the records say is in sealed migrations"),

  /** Migrations without the model that they were written from. */
  MODEL_MISSING(
      129,
      ERROR,
      "{0} is missing, but there are migrations ({1}); restore it from version control, or, if all"
          + " of them are drafts, delete {2} to start anew; nothing was changed"),

  /** A file in the place of one of the directories. */
  NOT_A_DIRECTORY(
      131,
      ERROR,
      "{0} is a file where a directory must be; move it away, or name another directory with"
          + " -Avarve.dir=<directory>; nothing was changed"),

  /** A draft with an unresolved merge. */
  DRAFT_IN_CONFLICT(
      132,
      ERROR,
      "{0} holds conflicts of a merge (line {1}); resolve them, or delete the file to have it"
          + " generated anew; nothing was changed"),

  /** A draft that could never be applied, or not be taken back. */
  NOT_SEALABLE(133, ERROR, "{0} can't be sealed: {1}; {2}; nothing was changed"),

  /** A dialect that is no longer written for, with migrations that nothing can replace. */
  DIALECT_DROPPED(
      134,
      WARNING,
      "{0} holds migrations that are sealed or edited by hand and are no longer maintained, since"
          + " the dialect is not among those of @Database; add the dialect again, or delete {0} if"
          + " no database needs it"),

  /** Another compiler changed the files meanwhile. */
  FILES_CHANGED(
      135,
      ERROR,
      "{0} was changed by another compiler while this one ran, and the records raise questions now;"
          + " compile again; nothing was changed"),

  /** Nothing is wrong that a merge may have left. */
  NOTHING_TO_REPAIR(
      136,
      NOTE,
      "nothing to repair in {0}: lock files, snapshot and scripts agree; the history of a database is"
          + " repaired by varve repair"),

  /** Two sides of a merge that the records agree with neither of. */
  REPAIR_UNCLEAR(
      137,
      ERROR,
      "the two sides of {0} disagree, and the records say neither: {1}; let the records say what one"
          + " of the branches had sealed, repair, and change them again afterwards; nothing was"
          + " changed"),

  /** Two sealed migrations that don't go together. */
  SEALED_CLASH(
      138,
      ERROR,
      "{0} and {1} were sealed on two branches and both change {2}; take back the one that no"
          + " database has applied: delete its scripts and its line in {3}, take snapshot.json from"
          + " the other branch, and compile: it is planned anew; nothing was changed"),

  /** Two sealed migrations with one version. */
  SEALED_TWICE(
      139,
      ERROR,
      "{0} and {1} come from two branches and have the same version; give the one that no database"
          + " has applied another second, in the names of its scripts and in {2}, and repair again;"
          + " nothing was changed"),

  /** A merge was put together. */
  REPAIRED(
      140,
      NOTE,
      "{0} is repaired: the sealed migrations of both sides are there, drafts are planned anew"),

  /** A draft with a person's work in it, that a merge has touched. */
  DRAFT_IN_MERGE(
      141,
      ERROR,
      "{0} is a draft that was edited by hand, and is to be planned anew after a merge; seal it on"
          + " its branch before merging, or delete it; nothing was changed"),

  /** A conflict that was resolved by taking one side. */
  SNAPSHOT_OF_ONE_SIDE(
      142,
      ERROR,
      "{0} is that of one branch, but both have sealed migrations; bring the conflict back (git"
          + " checkout -m {0}) and repair again; nothing was changed"),

  /** Sealed migrations without the snapshot that they lead to. */
  SNAPSHOT_LOST(
      143,
      ERROR,
      "{0} is missing, but {1} lists sealed migrations that lead to it; restore it from version"
          + " control, since no merge takes it away; nothing was changed"),

  /** A dialect that was given up for a while. */
  DIALECT_BEHIND(
      144,
      ERROR,
      "the sealed migrations in {0} end before those of the other dialect, which lead to {1}; what"
          + " was sealed while the dialect was given up can't be made up for: restore db from"
          + " version control as it was before, or delete {2} to begin it anew, if no database has"
          + " its migrations; nothing was changed"),

  /** A folder without a model: nothing was compiled yet. */
  NOT_COMPILED(
      146,
      ERROR,
      "there are no migrations yet: {0} is missing; compile the records first; nothing was changed"),

  /** A dialect that nothing is written for. */
  DIALECT_NOT_WRITTEN(
      147,
      ERROR,
      "there are no migrations for {0}: {1} is missing; if it shall have some, add it to the dialects"
          + " of @Database and compile; nothing was changed"),

  /** A draft of a person, and something that was sealed later. */
  DRAFT_MOVED(
      148,
      NOTE,
      "{0} has a later version than it had, since something later has been sealed meanwhile"),

  /** A folder that the records have left behind, as far as can be seen without them. */
  OUTDATED(
      149,
      ERROR,
      "{0} {1}; compile first, with the same release of Varve; if @Database doesn't name its dialect"
          + " any more, delete {2}, or seal by compiling with -Avarve.seal=<name>, which knows that;"
          + " nothing was changed");

  private final int number;
  private final Severity severity;
  private final String template;

  FileMessage(int number, Severity severity, String template) {
    this.number = number;
    this.severity = severity;
    this.template = template;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String template() {
    return template;
  }
}
