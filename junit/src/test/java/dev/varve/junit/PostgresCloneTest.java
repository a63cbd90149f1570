package dev.varve.junit;

import dev.varve.runtime.format.Engine;

@VarveTest(database = Engine.POSTGRESQL, isolation = Isolation.CLONE)
class PostgresCloneTest extends Committed {}
