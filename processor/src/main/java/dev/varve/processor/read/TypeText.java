package dev.varve.processor.read;

import java.util.Locale;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types as a person writes them: without packages and annotations. */
final class TypeText {
  private TypeText() {}

  /** {@code List<Tag>}, {@code byte[]}, {@code long}. */
  static String of(TypeMirror type) {
    StringBuilder text = new StringBuilder();
    append(text, type);
    return text.toString();
  }

  private static void append(StringBuilder text, TypeMirror type) {
    switch (type.getKind()) {
      case ARRAY -> {
        append(text, ((ArrayType) type).getComponentType());
        text.append("[]");
      }
      case DECLARED, ERROR -> appendDeclared(text, (DeclaredType) type);
      case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE ->
          text.append(type.getKind().name().toLowerCase(Locale.ROOT));
      default -> text.append(type);
    }
  }

  private static void appendDeclared(StringBuilder text, DeclaredType type) {
    text.append(type.asElement().getSimpleName());
    String separator = "<";
    for (TypeMirror argument : type.getTypeArguments()) {
      text.append(separator);
      append(text, argument);
      separator = ", ";
    }
    text.append(separator.equals("<") ? "" : ">");
  }
}
