package dev.varve.schema.sql;

import dev.varve.schema.Check;
import dev.varve.schema.Dialect;
import dev.varve.schema.Index;
import dev.varve.schema.Index.ColumnPart;
import dev.varve.schema.Index.ExpressionPart;
import dev.varve.schema.Index.Part;
import dev.varve.schema.Sql;

/** Which columns a fragment of SQL, an index or a CHECK is about. */
public final class Mentions {
  private Mentions() {}

  /**
   * Whether a fragment mentions a column by its name. It may say yes where a function or type has
   * the name of the column, but not no where it is mentioned.
   */
  public static boolean of(Sql sql, String column, Dialect dialect) {
    String text = sql.byDialect().get(dialect);
    if (text == null) {
      return false;
    }
    for (Token token : SqlTokens.of(text).tokens()) {
      if (token.isName() && token.name().equals(column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the condition of a CHECK mentions a column. */
  public static boolean of(Check check, String column, Dialect dialect) {
    return of(check.condition(), column, dialect);
  }

  /** Whether an index holds a column, or its condition or an expression mentions it. */
  public static boolean of(Index index, String column, Dialect dialect) {
    for (Part part : index.parts()) {
      if (part instanceof ColumnPart named && named.name().equals(column)) {
        return true;
      }
    }
    return index.include().contains(column) || inExpressions(index, column, dialect);
  }

  /** Whether the condition or an expression of an index mentions a column. */
  public static boolean inExpressions(Index index, String column, Dialect dialect) {
    for (Part part : index.parts()) {
      if (part instanceof ExpressionPart expression && of(expression.sql(), column, dialect)) {
        return true;
      }
    }
    return of(index.where(), column, dialect);
  }
}
