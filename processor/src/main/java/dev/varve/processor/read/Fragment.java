package dev.varve.processor.read;

import dev.varve.schema.Sql;
import dev.varve.schema.sql.Token;
import java.util.List;
import java.util.Set;

/**
 * A fragment of SQL that was found good.
 *
 * @param sql its text for the dialects that it is for
 * @param tokens what it is made of
 * @param columns the columns that it uses
 */
record Fragment(Sql sql, List<Token> tokens, Set<String> columns) {}
