package dev.varve.processor.read;

import dev.varve.processor.binding.EntityBinding;
import dev.varve.schema.Schema;
import dev.varve.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads all entities of a compilation into one model. */
final class ModelReader {
  private final MarkReader marks;
  private final RecordReader records;
  private final Elements elements;
  private final Kept kept;
  private final Problems problems;

  ModelReader(
      MarkReader marks, RecordReader records, Elements elements, Kept kept, Problems problems) {
    this.marks = marks;
    this.records = records;
    this.elements = elements;
    this.kept = kept;
    this.problems = problems;
  }

  /** The model; not whole if there are errors. */
  Model read(Annotated annotated) {
    Settings settings = settings(annotated);
    EntityRules rules = new EntityRules(new Access(settings.packageName()), problems);
    Set<TypeElement> entities = new LinkedHashSet<>();
    for (TypeElement entity : annotated.entities()) {
      if (rules.canRead(entity, marks.read(entity))) {
        entities.add(entity);
      }
    }
    EnumTypes enums = new EnumTypes(marks, elements);
    List<TableDraft> drafts =
        new DraftReader(settings, entities, records, enums, kept, elements, rules, problems)
            .read(entities);
    Past past = past(settings, drafts, enums);
    Declarations declarations = new Declarations(drafts, enums, settings.database());
    Model model = model(settings, drafts, enums, past, declarations);
    new SchemaRules(settings, kept, problems).check(drafts, enums, model.schema());
    checkPlaces(annotated, drafts);
    return model;
  }

  private void checkPlaces(Annotated annotated, List<TableDraft> drafts) {
    EvolutionRules evolution = new EvolutionRules(marks, problems);
    Misplaced misplaced = new Misplaced(marks, records, evolution, problems);
    for (TableDraft draft : drafts) {
      misplaced.check(draft);
      evolution.check(draft);
    }
    evolution.checkTables(drafts);
    boolean allKnown = !drafts.isEmpty() && kept.schema().tables().isEmpty();
    for (TypeElement other : annotated.others()) {
      misplaced.check(other, allKnown);
    }
    checkRemovedTables(annotated, drafts, evolution);
  }

  private void checkRemovedTables(
      Annotated annotated, List<TableDraft> drafts, EvolutionRules evolution) {
    for (Element element : annotated.databases()) {
      Site site = new Site(element, marks.read(element));
      Mark mark = site.marks().first(MarkKind.DATABASE);
      if (mark != null && mark.has("removed")) {
        Set<String> tables = new HashSet<>();
        for (TableDraft draft : drafts) {
          tables.add(draft.name().toString());
          for (DraftJunction junction : draft.junctions) {
            tables.add(junction.binding().table().name().toString());
          }
        }
        evolution.checkRemovedTables(site, mark, tables);
      }
    }
  }

  /** What some entities say about the past. */
  Past past(Annotated annotated, Set<TypeElement> entities) {
    Settings settings = settings(annotated);
    EnumTypes enums = new EnumTypes(marks, elements);
    EntityRules rules = new EntityRules(new Access(settings.packageName()), problems);
    List<TableDraft> drafts =
        new DraftReader(settings, entities, records, enums, kept, elements, rules, problems)
            .read(entities);
    return past(settings, drafts, enums);
  }

  private Settings settings(Annotated annotated) {
    return new SettingsReader(marks, elements, problems)
        .read(annotated.databases(), annotated.entities(), kept);
  }

  private Past past(Settings settings, List<TableDraft> drafts, EnumTypes enums) {
    FragmentReader fragments = new FragmentReader(settings.dialects(), problems);
    Past past = new PastReader(fragments, enums, marks, problems).read(drafts);
    List<Clause> removed = new ArrayList<>();
    if (settings.database().isPresent()) {
      removed.addAll(PastReader.removedTables(settings.database().get(), marks));
    }
    return past.plus(new Past(removed, Map.of()));
  }

  private Model model(
      Settings settings,
      List<TableDraft> drafts,
      EnumTypes enums,
      Past past,
      Declarations declarations) {
    List<Table> tables = new ArrayList<>(drafts.size());
    List<EntityBinding> bindings = new ArrayList<>(drafts.size());
    TableBuilder builder = new TableBuilder(elements);
    for (TableDraft draft : drafts) {
      EntityBinding binding = builder.build(draft);
      bindings.add(binding);
      tables.add(binding.table());
      for (DraftJunction junction : draft.junctions) {
        tables.add(junction.binding().table());
      }
    }
    bindings.sort(Comparator.comparing(binding -> binding.table().name()));
    return new Model(
        settings.name(),
        settings.packageName(),
        settings.dialects(),
        new Schema(enums.types(), tables),
        bindings,
        past,
        declarations);
  }
}
