package dev.varve.seed;

import dev.varve.seed.rich.PlanCondition;
import dev.varve.seed.value.StoredText;
import dev.varve.seed.value.ValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands conditions of partial unique indexes, as far as they are about one column. */
final class PlanConditions {
  private static final Pattern FORM =
      Pattern.compile(
          "\\(?\\s*(NOT\\s+)?\"?(\\w+)\"?\\s*"
              + "(?:(=|<>|!=|IS\\s+NOT|IS)\\s*('(?:[^']|'')*'|\\w+))?\\s*\\)?",
          Pattern.CASE_INSENSITIVE);

  private PlanConditions() {}

  /** What a condition says; null if it isn't understood. */
  static @Nullable PlanCondition of(TableShape table, String sql) {
    Matcher form = FORM.matcher(sql.strip());
    if (!form.matches()) {
      return null;
    }
    for (ColumnShape column : table.columns) {
      if (column.name.equalsIgnoreCase(form.group(2))) {
        return of(column, form);
      }
    }
    return null;
  }

  private static @Nullable PlanCondition of(ColumnShape column, Matcher form) {
    String operator = form.group(3);
    boolean not = form.group(1) != null;
    if (operator == null) {
      return new PlanCondition(column.index, true, !not);
    }
    boolean equal =
        not == (operator.equals("<>") || operator.equals("!=") || operator.length() > 2);
    String word = form.group(4);
    if (word.equalsIgnoreCase("null")) {
      return operator.length() < 2 ? null : new PlanCondition(column.index, null, equal);
    }
    try {
      String text =
          word.startsWith("'") ? word.substring(1, word.length() - 1).replace("''", "'") : word;
      return new PlanCondition(column.index, StoredText.parse(column.type, text), equal);
    } catch (ValueException e) {
      return null; // another column, or what only the database knows
    }
  }
}
