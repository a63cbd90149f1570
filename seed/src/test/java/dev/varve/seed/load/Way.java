package dev.varve.seed.load;

import dev.varve.seed.value.Databases;
import dev.varve.seed.value.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The ways that rows take. */
enum Way {
  COPY(Engine.POSTGRESQL),
  INSERT(Engine.POSTGRESQL),
  SQLITE(Engine.SQLITE);

  final Engine engine;

  Way(Engine engine) {
    this.engine = engine;
  }

  Connection connect(Path folder) throws SQLException {
    Connection connection = Databases.connect(engine, folder);
    return this == INSERT ? Hidden.of(connection) : connection;
  }
}
