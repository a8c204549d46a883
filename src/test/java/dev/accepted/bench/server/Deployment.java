package dev.accepted.bench.server;

import dev.accepted.bench.bare.BareFilter;
import dev.accepted.bench.subject.Ceiling;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Copies of the WAR with job types that only a measurement or a test needs. */
public final class Deployment {

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
      """;

  private Deployment() {}

  /**
   * A copy of the product's WAR with the benchmark's own types and ceiling in a jar of their own.
   */
  public static Path withSubject(Path product, Path copy) {
    return with(Ceiling.class.getPackage(), product, copy);
  }

  /** A copy of the product's WAR with the beans of a package in a jar of their own. */
  public static Path with(Package beans, Path product, Path copy) {
    JavaArchive jar =
        ShrinkWrap.create(JavaArchive.class, "subject.jar")
            .addPackage(beans)
            .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
    return export(
        ShrinkWrap.createFromZipFile(WebArchive.class, product.toFile()).addAsLibrary(jar), copy);
  }

  /** A WAR with an empty page, to see what the server itself takes to start. */
  public static Path empty(Path war) {
    return export(
        ShrinkWrap.create(WebArchive.class).addAsWebResource(EmptyAsset.INSTANCE, "index.html"),
        war);
  }

  /** A WAR with a single filter, to see what the server itself takes for a request. */
  public static Path bare(Path war) {
    return export(
        ShrinkWrap.create(WebArchive.class)
            .addClass(BareFilter.class)
            .addAsWebInfResource(
                new StringAsset("<jboss-web><context-root>/</context-root></jboss-web>"),
                "jboss-web.xml"),
        war);
  }

  private static Path export(WebArchive archive, Path file) {
    archive.as(ZipExporter.class).exportTo(file.toFile(), true);
    return file;
  }
}
