package dev.varve.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many migrations to revert. */
final class Count implements ITypeConverter<Integer> {
  private static final Pattern FORM = Pattern.compile("\\d{1,9}");

  @Override
  public Integer convert(String text) {
    int count = FORM.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (count < 1) {
      throw new TypeConversionException(
          "how many to revert is a number of at least 1, found " + text);
    }
    return count;
  }
}
