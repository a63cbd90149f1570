/** Migrations of tables that others use meanwhile. */
package dev.varve.conformance.traffic;
