package dev.varve.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one class of tests in a process of its own, as a build would. */
final class ChildRun {
  private ChildRun() {}

  /** Exits with the number of failures. */
  public static void main(String[] args) throws ClassNotFoundException {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(Class.forName(args[0])))
                  .build(),
              summary);
    }
    summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
    System.exit((int) summary.getSummary().getTotalFailureCount());
  }
}
