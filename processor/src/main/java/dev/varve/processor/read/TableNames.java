package dev.varve.processor.read;

import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;

/** What the tables of entities are called. */
final class TableNames {
  private final boolean plural;

  TableNames(boolean plural) {
    this.plural = plural;
  }

  QualifiedName of(RecordDeclaration entity) {
    Mark mark = entity.site().marks().first(MarkKind.ENTITY);
    String table = mark == null ? "" : mark.text("table");
    String schema = mark == null ? "" : mark.text("schema");
    if (table.isEmpty()) {
      String snake = Names.snakeCase(entity.simpleName());
      table = plural ? Names.plural(snake) : snake;
    }
    return new QualifiedName(schema, table);
  }
}
