package dev.varve.junit;

import dev.varve.runtime.format.Engine;

/** The same on PostgreSQL. */
@VarveTest(database = Engine.POSTGRESQL)
class FirstPostgresTest extends FirstTest {}
