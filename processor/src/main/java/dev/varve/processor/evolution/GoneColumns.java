package dev.varve.processor.evolution;

import dev.varve.processor.Message;
import dev.varve.processor.Place;
import dev.varve.processor.Problem;
import dev.varve.processor.read.Clause;
import dev.varve.processor.read.Declarations;
import dev.varve.processor.read.Declarations.Embedding;
import dev.varve.processor.read.Declared;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.Past;
import dev.varve.schema.ColumnName;
import dev.varve.schema.QualifiedName;
import dev.varve.schema.change.Question.ColumnGone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks what became of columns that are gone. */
final class GoneColumns {
  private final Declarations declarations;
  private final Past past;

  GoneColumns(Model model) {
    declarations = model.declarations();
    past = model.past();
  }

  /** Columns that one embedded record may have taken along, each of which ends as one of its. */
  private record Group(QualifiedName table, List<Declared> components, String formerPrefix) {}

  /** An error for each column, but one for all that an embedded record may have taken along. */
  List<Problem> problems(List<ColumnGone> gone) {
    List<Problem> problems = new ArrayList<>();
    Map<Group, List<ColumnGone>> groups = new LinkedHashMap<>();
    for (ColumnGone column : gone) {
      Optional<Group> group = group(column);
      if (group.isPresent()) {
        groups.computeIfAbsent(group.get(), any -> new ArrayList<>()).add(column);
      } else {
        problems.add(problem(column));
      }
    }
    groups.forEach((group, columns) -> problems.add(problem(group, columns)));
    return problems;
  }

  /** The embedded records of which a column ends as the former one does. */
  private Optional<Group> group(ColumnGone gone) {
    List<Declared> components = new ArrayList<>();
    String formerPrefix = "";
    for (String candidate : gone.candidates()) {
      ColumnName present = new ColumnName(gone.column().table(), candidate);
      Optional<Embedding> embedding = declarations.embedding(present);
      String prefix = embedding.map(one -> formerPrefix(gone, candidate, one)).orElse("");
      if (!prefix.isEmpty() && (components.isEmpty() || prefix.equals(formerPrefix))) {
        formerPrefix = prefix;
        components.add(embedding.get().component());
      }
    }
    return components.isEmpty()
        ? Optional.empty()
        : Optional.of(new Group(gone.column().table(), components, formerPrefix));
  }

  private static String formerPrefix(ColumnGone gone, String candidate, Embedding embedding) {
    String rest = candidate.substring(embedding.prefix().length());
    String former = gone.column().column();
    return former.endsWith(rest) ? former.substring(0, former.length() - rest.length()) : "";
  }

  private Problem problem(Group group, List<ColumnGone> columns) {
    StringBuilder names = new StringBuilder();
    for (ColumnGone column : columns) {
      names.append(names.length() == 0 ? "" : ", ").append('"').append(column.column()).append('"');
    }
    String renamed =
        "write "
            + Pastes.renamed(group.formerPrefix())
            + " before "
            + Pastes.names(group.components())
            + " if its columns are the same";
    return Problem.of(
        Message.COLUMN_GONE,
        group.components().get(0).place(),
        columns.size() == 1 ? "the column " + names + " is" : "the columns " + names + " are",
        renamed + removal(group.table(), columns, ", or "));
  }

  private Problem problem(ColumnGone gone) {
    List<Declared> candidates = new ArrayList<>();
    for (String candidate : gone.candidates()) {
      declarations
          .column(new ColumnName(gone.column().table(), candidate))
          .ifPresent(candidates::add);
    }
    String answer =
        candidates.isEmpty()
            ? removal(gone.column().table(), List.of(gone), "") + claimedInVain(gone.column())
            : "write "
                + Pastes.renamed(gone.column().column())
                + " before "
                + Pastes.names(candidates)
                + " if it is the same"
                + removal(gone.column().table(), List.of(gone), ", or ");
    return Problem.of(
        Message.COLUMN_GONE,
        candidates.isEmpty() ? record(gone.column().table()) : candidates.get(0).place(),
        "the column \"" + gone.column() + "\" is",
        answer);
  }

  /** Where a name is given to what is renamed that another column had, and still has. */
  private String claimedInVain(ColumnName gone) {
    for (Clause clause : past.clauses()) {
      for (Map.Entry<ColumnName, List<String>> renamed :
          clause.says().renamedColumns().entrySet()) {
        ColumnName present = renamed.getKey();
        if (present.table().equals(gone.table()) && renamed.getValue().contains(gone.column())) {
          return "; it did not become \""
              + present.column()
              + "\", as "
              + clause.display()
              + " may mean, since there was a column of that name already: if that is to take its"
              + " values, let the other one go first, and seal that";
        }
      }
    }
    return "";
  }

  private Place record(QualifiedName table) {
    return declarations.record(table).orElseGet(declarations::database).place();
  }

  private String removal(QualifiedName table, List<ColumnGone> columns, String or) {
    StringBuilder removed = new StringBuilder(or).append(or.isEmpty() ? "write " : "");
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).column().column();
      removed.append(i == 0 ? "" : " ").append(Pastes.removedColumn(column));
    }
    String record =
        declarations.record(table).map(Declared::name).orElse("that is stored in " + table);
    removed.append(" before the record \"").append(record).append('"');
    return removed.append(columns.size() == 1 ? " if it may go" : " if they may go").toString();
  }
}
