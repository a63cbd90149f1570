package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads each entity into the draft of a table: the stage that puts the readers together. */
final class DraftReader {
  private final RecordReader records;
  private final TableNames names;
  private final EntityRules rules;
  private final TableReader tables;
  private final TableCompletion completion;

  DraftReader(
      Settings settings,
      Set<TypeElement> entities,
      RecordReader records,
      EnumTypes enums,
      Kept kept,
      Elements elements,
      EntityRules rules,
      Problems problems) {
    this.records = records;
    this.rules = rules;
    names = new TableNames(settings.plural());
    TypeReader types = new TypeReader(records);
    KeyReader keys = new KeyReader(records, types, enums, names, kept, elements);
    Targets targets = new Targets(entities, kept, elements, problems);
    RelationFormReader forms = new RelationFormReader(types, records, problems);
    ColumnReader columns =
        new ColumnReader(types, forms, new ColumnTypeReader(enums, problems), keys::read);
    ColumnAdder adder = new ColumnAdder(problems);
    JunctionReader junctions = new JunctionReader(keys, types, elements, problems);
    RelationReader relations =
        new RelationReader(forms, columns, keys, junctions, targets, adder, problems);
    ComponentRules components =
        new ComponentRules(new Access(settings.packageName()), types, problems);
    tables = new TableReader(records, types, columns, relations, adder, components);
    ColumnLists lists = new ColumnLists(problems);
    completion =
        new TableCompletion(
            settings,
            types,
            new CompositeRelationReader(records, keys, lists, targets, problems),
            new FragmentReader(settings.dialects(), problems),
            lists,
            problems);
  }

  List<TableDraft> read(Set<TypeElement> entities) {
    List<TableDraft> drafts = new ArrayList<>(entities.size());
    for (TypeElement entity : entities) {
      RecordDeclaration declaration = records.read(entity);
      TableDraft draft = new TableDraft(declaration, names.of(declaration));
      rules.checkKey(draft);
      rules.checkRows(draft.entity());
      tables.read(draft);
      completion.complete(draft);
      drafts.add(draft);
    }
    return drafts;
  }
}
