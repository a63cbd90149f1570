/** Seeds into random schemas: whatever records the compiler takes, no row breaks a constraint. */
package dev.varve.conformance.seeds;
