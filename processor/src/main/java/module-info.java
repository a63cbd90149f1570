/** The annotation processor: reads records while javac compiles them and writes what follows. */
module dev.varve.processor {
  requires java.compiler;
  requires com.palantir.javapoet;
  requires dev.varve.annotations;
  requires dev.varve.project;
  requires dev.varve.runtime;
  requires dev.varve.schema;
  requires static com.google.auto.service;
  requires static jdk.compiler;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      dev.varve.processor.VarveProcessor;
}
