package dev.varve.processor.read;

/** Reads all that needs a table's columns to be known. */
final class TableCompletion {
  private final CompositeRelationReader relations;
  private final SourceReader sources;
  private final UniqueReader uniques;
  private final IndexReader indexes;
  private final CheckReader checks;
  private final RelationRules relationRules;
  private final ConstraintReader constraints;

  TableCompletion(
      Settings settings,
      TypeReader types,
      CompositeRelationReader relations,
      FragmentReader fragments,
      ColumnLists lists,
      Problems problems) {
    this.relations = relations;
    sources = new SourceReader(types, fragments, problems);
    uniques = new UniqueReader(lists, problems);
    indexes = new IndexReader(lists, fragments, new IndexRules(problems), problems);
    checks = new CheckReader(fragments);
    constraints = new ConstraintReader(settings.dialects(), problems);
    relationRules = new RelationRules(problems);
  }

  /** Completes a draft whose components have been read. */
  void complete(TableDraft draft) {
    relations.read(draft);
    sources.read(draft);
    relationRules.check(draft);
    uniques.read(draft);
    indexes.read(draft);
    checks.read(draft);
    constraints.read(draft);
    ForeignKeyIndexes.add(draft);
  }
}
