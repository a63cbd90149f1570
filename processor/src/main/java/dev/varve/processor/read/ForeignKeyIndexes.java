package dev.varve.processor.read;

import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Sql;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives foreign keys the indexes that they lack. */
final class ForeignKeyIndexes {
  private ForeignKeyIndexes() {}

  /** Adds an index for each foreign key, unless there is one or none is wanted. */
  static void add(TableDraft draft) {
    for (DraftRelation relation : draft.relations) {
      List<String> columns = relation.binding().key().columns();
      if (relation.mark().flag("index", true) && !hasIndex(draft, columns)) {
        Index index = Indexes.plain(draft.name(), columns);
        Index named =
            new Index(
                NumberedNames.free(index.name(), taken(draft)),
                index.parts(),
                false,
                "",
                List.of(),
                Sql.NONE);
        draft.indexes.add(new Placed<>(named, relation.site().place(relation.mark())));
      }
    }
  }

  private static boolean hasIndex(TableDraft draft, List<String> columns) {
    if (startsWith(draft.key, columns)) {
      return true;
    }
    for (Placed<UniqueKey> key : draft.uniqueKeys) {
      if (startsWith(key.value().columns(), columns)) {
        return true;
      }
    }
    for (Placed<Index> placed : draft.indexes) {
      Index index = placed.value();
      boolean whole = index.where().equals(Sql.NONE);
      boolean tree = index.method().isEmpty() || index.method().equals("btree");
      if (whole && tree && startsWith(names(index), columns)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the first of {@code key} are {@code columns}, in any order. */
  private static boolean startsWith(List<String> key, List<String> columns) {
    return key.size() >= columns.size()
        && new HashSet<>(key.subList(0, columns.size())).equals(new HashSet<>(columns));
  }

  /** The columns before the first expression. */
  private static List<String> names(Index index) {
    List<String> names = new ArrayList<>(index.parts().size());
    for (Part part : index.parts()) {
      if (!(part instanceof ColumnPart column)) {
        break;
      }
      names.add(column.name());
    }
    return names;
  }

  private static Set<String> taken(TableDraft draft) {
    Set<String> taken = new HashSet<>();
    for (Placed<Index> index : draft.indexes) {
      taken.add(index.value().name());
    }
    return taken;
  }
}
