package dev.varve.schema.plan;

import dev.varve.schema.Check;
import dev.varve.schema.Dialect;
import dev.varve.schema.sql.SqlTokens;
import dev.varve.schema.sql.Token;
import dev.varve.schema.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** CHECKs that list words. */
final class WordLists {
  private WordLists() {}

  /** Whether two CHECKs differ in words only, and the second allows all that the first does. */
  static boolean widens(Check from, Check to) {
    Set<String> former = new HashSet<>();
    Set<String> present = new HashSet<>();
    List<String> formerRest = rest(from, former);
    return isList(formerRest)
        && formerRest.equals(rest(to, present))
        && present.containsAll(former);
  }

  private static List<String> rest(Check check, Set<String> words) {
    List<String> rest = new ArrayList<>();
    for (Token token :
        SqlTokens.of(check.condition().byDialect().getOrDefault(Dialect.POSTGRESQL, "")).tokens()) {
      if (token.kind() == Kind.TEXT) {
        words.add(token.text());
      } else if (!token.isSymbol(",")) {
        rest.add(token.text());
      }
    }
    return rest;
  }

  /** Whether what isn't a word is {@code c IN ()} or {@code c <@ ARRAY[]::text[]}. */
  private static boolean isList(List<String> rest) {
    return rest.size() > 2
        && (rest.size() == 4 && rest.get(1).equals("IN")
            || rest.get(1).equals("<@") && rest.get(2).equals("ARRAY"));
  }
}
