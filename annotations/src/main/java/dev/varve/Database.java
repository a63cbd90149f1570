package dev.varve;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Settings of the database that the entities of one compilation form. Optional: without it the name
 * comes from the package that the entities share, and everything else has its default.
 *
 * <pre>{@code
 * @Database(name = "Shop", naming = TableNaming.SINGULAR)
 * package com.acme.shop;
 * }</pre>
 *
 * <p>The generated seed builder is {@code com.acme.shop.ShopSeed}, the migrations are packed into
 * the jar under {@code META-INF/varve/shop/}, and a record {@code OrderLine} is stored in
 *
 * <pre>{@code CREATE TABLE IF NOT EXISTS order_line (...)}</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Database {
  /**
   * The name of the database in upper camel case, a Java identifier; prefix of the seed class.
   * Empty: the last part of the package that the entities share, so {@code com.acme.shop} gives
   * {@code Shop}.
   */
  String name() default "";

  /** The engines to write SQL for, at least one. */
  Dialect[] dialects() default {Dialect.POSTGRESQL, Dialect.SQLITE};

  /** How records name their tables. */
  TableNaming naming() default TableNaming.PLURAL;

  /**
   * Names of tables whose removal, with all their rows, is agreed. Needed only after a record was
   * deleted, since then no record is left to say it on.
   */
  String[] removed() default {};
}
