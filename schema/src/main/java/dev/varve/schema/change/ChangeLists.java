package dev.varve.schema.change;

import java.util.ArrayList;
import java.util.List;

/** Changes by their kinds, to be put into the order in which they can be made. */
final class ChangeLists {
  final List<Change> foreignKeyDrops = new ArrayList<>();
  final List<Change> indexDrops = new ArrayList<>();
  final List<Change> checkDrops = new ArrayList<>();
  final List<Change> uniqueKeyDrops = new ArrayList<>();
  final List<Change> primaryKeyDrops = new ArrayList<>();
  final List<Change> computedColumnDrops = new ArrayList<>();
  final List<Change> columnDrops = new ArrayList<>();
  final List<Change> tableDrops = new ArrayList<>();
  final List<Change> enumCreations = new ArrayList<>();
  final List<Change> enumAlterations = new ArrayList<>();
  final List<Change> tableComments = new ArrayList<>();
  final List<Change> columnAlterations = new ArrayList<>();
  final List<Change> tableCreations = new ArrayList<>();
  final List<Change> columnAdds = new ArrayList<>();
  final List<Change> computedColumnAdds = new ArrayList<>();
  final List<Change> primaryKeyAdds = new ArrayList<>();
  final List<Change> uniqueKeyAdds = new ArrayList<>();
  final List<Change> checkAdds = new ArrayList<>();
  final List<Change> indexAdds = new ArrayList<>();
  final List<Change> foreignKeyAdds = new ArrayList<>();
  final List<Change> enumDrops = new ArrayList<>();

  /**
   * All of them: drops from the outside in, alterations, adds from the inside out. Enum types come
   * before the columns that are altered to hold them, and go last.
   */
  List<Change> inOrder() {
    List<List<Change>> all =
        List.of(
            foreignKeyDrops,
            indexDrops,
            checkDrops,
            uniqueKeyDrops,
            primaryKeyDrops,
            computedColumnDrops,
            columnDrops,
            tableDrops,
            enumCreations,
            enumAlterations,
            tableComments,
            columnAlterations,
            tableCreations,
            columnAdds,
            computedColumnAdds,
            primaryKeyAdds,
            uniqueKeyAdds,
            checkAdds,
            indexAdds,
            foreignKeyAdds,
            enumDrops);
    List<Change> ordered = new ArrayList<>();
    for (List<Change> some : all) {
      ordered.addAll(some);
    }
    return ordered;
  }
}
