package dev.varve.cli;

import dev.varve.runtime.format.MigrationName;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a migration's version, with or without the name that follows it. */
final class Version implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    int underscore = text.indexOf('_');
    String version = underscore < 0 ? text : text.substring(0, underscore);
    if (!MigrationName.isVersion(version)) {
      throw new TypeConversionException(
          "\"" + text + "\" is no version; it has 14 digits, as in 20261120070501");
    }
    return version;
  }
}
