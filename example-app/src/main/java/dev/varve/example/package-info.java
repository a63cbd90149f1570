/** The music store's program: it makes a database, fills it and asks it questions. */
@NullMarked
package dev.varve.example;

import org.jspecify.annotations.NullMarked;
