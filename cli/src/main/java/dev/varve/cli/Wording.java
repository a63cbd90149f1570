package dev.varve.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes messages fit for a terminal: without passwords, and in the command line's own words. */
final class Wording {
  /** {@code scheme://user:password@}: to the last {@code @}, which a password may contain too. */
  private static final Pattern USER_INFO = Pattern.compile("(://[^:/\\s]*):.*@");

  private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)[^&\"\\n]*");

  private static final Pattern REPAIR = Pattern.compile("repair\\(([A-Z_]+) (\\d{14})\\)");

  private static final Pattern BASELINE = Pattern.compile("baseline\\(\"(\\d{14})\"\\) lets these");

  private static final Pattern CHECKSUM = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

  private Wording() {}

  /** The text with the beginning of each checksum: for people, who see by that which is which. */
  static String brief(String text) {
    return CHECKSUM.matcher(text).replaceAll("$1…");
  }

  /** The text with {@code ***} for each password in a URL. */
  static String masked(String text) {
    String withoutUserInfo = USER_INFO.matcher(text).replaceAll("$1:***@");
    return PARAMETER.matcher(withoutUserInfo).replaceAll("$1***");
  }

  /** What the applier says, with options instead of its methods. */
  static String ofApplier(String text) {
    String commands =
        REPAIR
            .matcher(masked(text))
            .replaceAll(
                repair -> "varve repair --" + option(repair.group(1)) + ' ' + repair.group(2));
    return BASELINE
        .matcher(commands)
        .replaceAll("varve baseline $1 compares them with the model and lets these")
        .replace("allowDrafts()", "--allow-drafts")
        .replace("allowOutOfOrder()", "--allow-out-of-order")
        .replace("allowDataLoss()", "--allow-data-loss")
        .replace("longer lockTimeout", "longer --lock-timeout")
        .replace("down()", "varve down")
        .replace("up()", "varve up");
  }

  private static String option(String kind) {
    return kind.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
