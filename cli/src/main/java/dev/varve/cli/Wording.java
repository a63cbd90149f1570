package dev.varve.cli;

import java.util.regex.Pattern;

/** Makes messages fit for a terminal: without passwords, and in the command line's own words. */
final class Wording {
  /** {@code scheme://user:password@}: to the last {@code @}, which a password may contain too. */
  private static final Pattern USER_INFO = Pattern.compile("(://[^:/\\s]*):.*@");

  private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)[^&\"\\n]*");

  private Wording() {}

  /** The text with {@code ***} for each password in a URL. */
  static String masked(String text) {
    String withoutUserInfo = USER_INFO.matcher(text).replaceAll("$1:***@");
    return PARAMETER.matcher(withoutUserInfo).replaceAll("$1***");
  }

  /** What the applier says, with options instead of its methods. */
  static String ofApplier(String text) {
    return masked(text)
        .replace("allowDrafts()", "--allow-drafts")
        .replace("allowOutOfOrder()", "--allow-out-of-order")
        .replace("allowDataLoss()", "--allow-data-loss");
  }
}
