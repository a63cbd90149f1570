/**
 * A linter that nobody here wrote, <a href="https://squawkhq.com">squawk</a>, over all that is
 * planned for PostgreSQL. What it reports is either mended or excused by an {@link
 * dev.varve.conformance.squawk.Excuse}.
 */
package dev.varve.conformance.squawk;
