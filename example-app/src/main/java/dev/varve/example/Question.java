package dev.varve.example;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a store's owner wants to know.
 *
 * @param text the question
 * @param sql what asks the database for the answer
 */
record Question(String text, String sql) {
  static final List<Question> ALL =
      List.of(
          new Question(
              "Whose music sells best?",
              """
              SELECT artist.name AS artist, count(*) AS tracks_sold,
                CAST(round(sum(100 * line.quantity * line.unit_price)) AS integer) AS cents
              FROM invoice_line line
              JOIN track ON track.track_id = line.track_id
              JOIN album ON album.album_id = track.album_id
              JOIN artist ON artist.artist_id = album.artist_id
              GROUP BY artist.name ORDER BY cents DESC, artist
              """),
          new Question(
              "Which employee's customers buy most, and to whom does the employee report?",
              """
              SELECT rep.last_name AS employee, boss.last_name AS reports_to,
                count(DISTINCT customer.customer_id) AS customers, count(*) AS invoices
              FROM invoice
              JOIN customer ON customer.customer_id = invoice.customer_id
              JOIN employee rep ON rep.employee_id = customer.support_rep_id
              LEFT JOIN employee boss ON boss.employee_id = rep.reports_to
              GROUP BY rep.last_name, boss.last_name ORDER BY invoices DESC, employee
              """),
          new Question(
              "To which countries do the invoices go?",
              """
              SELECT billing_country AS country, count(*) AS invoices,
                min(invoice_date) AS first, max(invoice_date) AS last
              FROM invoice GROUP BY billing_country ORDER BY invoices DESC, country
              """));

  /** The answer as a table of text: a line of headings, then a line a row. */
  String answer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ResultSetMetaData columns = rows.getMetaData();
      List<List<String>> lines = new ArrayList<>();
      lines.add(new ArrayList<>());
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        lines.get(0).add(columns.getColumnLabel(i));
      }
      while (rows.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          line.add(String.valueOf(rows.getString(i)));
        }
        lines.add(line);
      }
      return TextTable.of(lines);
    }
  }
}
