package dev.varve.junit;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** What {@link VarveTest} registers; nobody else needs it. */
public final class VarveExtension
    implements BeforeAllCallback, ParameterResolver, AfterEachCallback, InvocationInterceptor {
  private static final Namespace NAMESPACE = Namespace.create(VarveExtension.class);

  /** For JUnit. */
  public VarveExtension() {}

  /** A test's constructor belongs to the test, unless one instance is for all tests. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** That a name is wrong is said once, of the class, and not of each of its tests. */
  @Override
  public void beforeAll(ExtensionContext context) {
    JunitVersion.require(ExtensionContext.class.getClassLoader());
    Optional<String> name = Settings.name(context);
    if (name.isPresent()) {
      DatabaseFiles.name(context.getRequiredTestClass().getClassLoader(), name);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == CheckedDatabase.class || Injection.supports(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == CheckedDatabase.class) {
      return checkedDatabase(context);
    }
    try {
      Workplace workplace =
          context.getTestMethod().isPresent()
              ? testScope(context).workplace()
              : classScope(context).workplace();
      return workplace.value(type);
    } catch (SQLException e) {
      throw new TestDatabaseException("the test can't have a database: " + e.getMessage(), e);
    }
  }

  private static CheckedDatabase checkedDatabase(ExtensionContext context) {
    Class<?> testClass = context.getRequiredTestClass();
    ClassLoader loader = testClass.getClassLoader();
    String name = DatabaseFiles.name(loader, Settings.name(context));
    return new CheckedDatabase(run(context), loader, name);
  }

  /** What the test has done is undone here, so that what stands in the way is said of this test. */
  @Override
  public void afterEach(ExtensionContext context) throws SQLException {
    Optional<Throwable> failure = context.getExecutionException();
    if (failure.isPresent()) {
      explain(failure.get(), context);
    }
    TestScope scope = store(context).get(TestScope.class, TestScope.class);
    if (scope != null) {
      scope.close();
    }
  }

  /** JUnit doesn't say after a factory that one of its tests has failed. */
  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (Throwable e) {
      explain(e, context);
      throw e;
    }
  }

  /** Of a class that can't begin there is no test to be told about. */
  @Override
  public void interceptBeforeAllMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (Throwable e) {
      ClassScope scope = store(context).get(key(context), ClassScope.class);
      if (scope != null) {
        String label = Label.of(context, method.getExecutable());
        explain(e, () -> scope.explain(e, label, run(context)));
      }
      throw e;
    }
  }

  private static void explain(Throwable failure, ExtensionContext context) {
    TestScope scope = store(context).get(TestScope.class, TestScope.class);
    if (scope != null) {
      explain(failure, () -> scope.explain(failure, Label.of(context)));
    }
  }

  /** Something said of a failure, which may itself fail. */
  @FunctionalInterface
  private interface Explanation {
    void add() throws SQLException;
  }

  private static void explain(Throwable failure, Explanation explanation) {
    if (failure instanceof TestAbortedException) {
      return;
    }
    try {
      explanation.add();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** A store repeats the exception of whoever makes a value, so what may fail comes before. */
  private static TestScope testScope(ExtensionContext context) {
    ClassScope scope = classScope(context);
    return store(context)
        .getOrComputeIfAbsent(
            TestScope.class, key -> new TestScope(scope, run(context)), TestScope.class);
  }

  /** The scope of the class that a context is in. */
  private static ClassScope classScope(ExtensionContext context) {
    ExtensionContext owner = classContext(context);
    return store(owner)
        .getOrComputeIfAbsent(key(owner), key -> newClassScope(owner), ClassScope.class);
  }

  /** Stores of nested classes see those of the enclosing ones. */
  private static String key(ExtensionContext owner) {
    return "class " + owner.getUniqueId();
  }

  private static ExtensionContext classContext(ExtensionContext context) {
    ExtensionContext each = context;
    while (each.getTestMethod().isPresent()) {
      each = each.getParent().orElseThrow();
    }
    return each;
  }

  private static ClassScope newClassScope(ExtensionContext context) {
    Settings settings = Settings.of(context);
    Optional<ClassScope> enclosing =
        context
            .getParent()
            .filter(parent -> parent.getTestClass().isPresent())
            .map(VarveExtension::classScope)
            .filter(scope -> scope.settings().equals(settings));
    try {
      return new ClassScope(
          settings,
          enclosing.isPresent() ? enclosing.get().pool() : run(context).pool(settings),
          run(context).seed(settings));
    } catch (SQLException e) {
      throw new TestDatabaseException("the class can't have a database: " + e.getMessage(), e);
    }
  }

  private static Run run(ExtensionContext context) {
    Store session = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    return Objects.requireNonNull(
        session.getOrComputeIfAbsent(Run.class, key -> new Run(Options.of(context)), Run.class));
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }
}
