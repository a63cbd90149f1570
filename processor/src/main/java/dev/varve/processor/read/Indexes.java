package dev.varve.processor.read;

import dev.varve.schema.Index;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Names;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.Sql;
import java.util.ArrayList;
import java.util.List;

/** Makes indexes that nobody described in detail. */
final class Indexes {
  private Indexes() {}

  /** An ordinary index over columns. */
  static Index plain(QualifiedName table, List<String> columns) {
    List<Part> parts = new ArrayList<>(columns.size());
    for (String column : columns) {
      parts.add(new Index.ColumnPart(column, false));
    }
    return new Index(Names.index(table, columns), parts, false, "", List.of(), Sql.NONE);
  }
}
