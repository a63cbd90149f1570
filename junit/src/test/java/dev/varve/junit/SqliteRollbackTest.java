package dev.varve.junit;

import dev.varve.runtime.format.Engine;

@VarveTest(database = Engine.SQLITE, isolation = Isolation.ROLLBACK)
class SqliteRollbackTest extends Isolated {}
