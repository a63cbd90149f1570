package dev.varve.processor.seed;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of one Java source file: its body, and the imports that the names in it ask for.
 *
 * <p>The first type of a simple name is imported, each other one stands with its package. Even what
 * {@code java.lang} holds is imported: the user's package may have a class {@code Override}.
 */
final class SourceText {
  private final String packageName;
  private final Map<String, String> packageBySimpleName = new HashMap<>();
  private final List<String> imports = new ArrayList<>();
  private final StringBuilder body = new StringBuilder(4096);

  SourceText(String packageName) {
    this.packageName = packageName;
  }

  /** Appends {@code text} as it is. */
  SourceText add(String text) {
    body.append(text);
    return this;
  }

  /** Appends a number. */
  SourceText add(int number) {
    body.append(number);
    return this;
  }

  /** Appends the name of {@code type}. */
  SourceText add(TypeName type) {
    body.append(name(type));
    return this;
  }

  /** The name of {@code type} as it must be written in this file. */
  String name(TypeName type) {
    if (type instanceof ClassName className) {
      return name(className);
    }
    if (type instanceof ArrayTypeName array) {
      return name(array.componentType()) + "[]";
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return name(parameterized);
    }
    if (type instanceof WildcardTypeName wildcard) {
      return name(wildcard);
    }
    return type.toString();
  }

  private String name(ClassName type) {
    List<String> names = type.simpleNames();
    String top = names.get(0);
    String from = packageBySimpleName.putIfAbsent(top, type.packageName());
    if (from == null && !type.packageName().equals(packageName)) {
      imports.add(type.packageName() + '.' + top);
    }
    boolean other = from != null && !from.equals(type.packageName());
    if (names.size() == 1 && !other) {
      return top;
    }
    String simple = String.join(".", names);
    return other && !type.packageName().isEmpty() ? type.packageName() + '.' + simple : simple;
  }

  private String name(ParameterizedTypeName type) {
    StringBuilder name = new StringBuilder(name(type.rawType())).append('<');
    String comma = "";
    for (TypeName argument : type.typeArguments()) {
      name.append(comma).append(name(argument));
      comma = ", ";
    }
    return name.append('>').toString();
  }

  private String name(WildcardTypeName type) {
    if (!type.lowerBounds().isEmpty()) {
      return "? super " + name(type.lowerBounds().get(0));
    }
    TypeName bound = type.upperBounds().get(0);
    return bound.equals(ClassName.OBJECT) ? "?" : "? extends " + name(bound);
  }

  /** The whole file, in ASCII. */
  String text() {
    StringBuilder text = new StringBuilder(body.length() + 512);
    if (!packageName.isEmpty()) {
      text.append("package ").append(packageName).append(";\n\n");
    }
    Collections.sort(imports);
    for (String name : imports) {
      text.append("import ").append(name).append(";\n");
    }
    return ascii(text.append('\n').append(body));
  }

  /** Names may have any letters, but nobody knows the encoding that javac will read with. */
  private static String ascii(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return escaped(text);
      }
    }
    return text.toString();
  }

  private static String escaped(StringBuilder text) {
    StringBuilder escaped = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7e) {
        escaped.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
