package org.comuta.configuration;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.comuta.configuration.SnapshotCompiler.Compiled;
import org.comuta.description.Catalogue;
import org.comuta.network.HostResolver;
import org.comuta.snapshot.LiveSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes saved revisions live. Any thread; one apply after the other. */
final class ApplyService {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyService.class);

  private final Saves saves;
  private final Catalogue catalogue;
  private final LiveSnapshot live;
  private final SnapshotCompiler compiler;
  private final ReentrantLock order = new ReentrantLock(true);

  ApplyService(Saves saves, Catalogue catalogue, LiveSnapshot live, HostResolver resolver) {
    this.saves = saves;
    this.catalogue = catalogue;
    this.live = live;
    this.compiler = new SnapshotCompiler(catalogue, resolver);
  }

  ConfigurationStatus status() {
    return saves.read(
        store -> {
          StateEntity state = store.state();
          return new ConfigurationStatus(
              state.latestRevision,
              state.appliedRevision,
              state.appliedAt,
              state.appliedBy,
              state.appliedFrom);
        });
  }

  /** All objects of one revision, complete. */
  private record Loaded(long revision, Draft objects) {}

  Applied apply(Editor editor) {
    order.lock();
    try {
      // Under the lock of saves, so that no object is of a later revision than the number.
      Loaded latest =
          saves.save(
              save -> {
                long revision = save.state().latestRevision;
                return new Loaded(revision, Draft.of(catalogue, save.store().at(revision)));
              });
      List<ObjectProblem> problems = latest.objects().checkAll();
      if (!problems.isEmpty()) {
        throw new InvalidConfigurationException(problems);
      }
      Compiled compiled = compiler.compile(latest.revision(), latest.objects());
      long previous =
          saves.save(
              save -> {
                long before = save.state().appliedRevision;
                save.store().applied(save.state(), latest.revision(), editor, saves.now());
                return before;
              });
      // Only what the database remembers goes live: a restart comes back to the same revision.
      live.publish(compiled.snapshot());
      return new Applied(latest.revision(), previous, compiled.warnings());
    } finally {
      order.unlock();
    }
  }

  /** Makes the applied revision live again, at the start. What cannot be read is left out. */
  void start() {
    order.lock();
    try {
      Loaded applied =
          saves.read(
              store -> {
                long revision = store.state().appliedRevision;
                return new Loaded(revision, Draft.of(catalogue, store.at(revision)));
              });
      Compiled compiled = compiler.compile(applied.revision(), applied.objects());
      for (ObjectProblem problem : applied.objects().checkAll()) {
        LOG.error(
            "Applied configuration, {} {}: {}",
            problem.kind(),
            problem.name(),
            problem.problem().message());
      }
      for (ObjectProblem warning : compiled.warnings()) {
        LOG.warn(
            "Applied configuration, {} {}: {}",
            warning.kind(),
            warning.name(),
            warning.problem().message());
      }
      live.publish(compiled.snapshot());
      LOG.info("Configuration revision {} is live", applied.revision());
    } finally {
      order.unlock();
    }
  }

  /** Asks the name service again and takes over changed addresses. */
  void refreshAddresses() {
    if (!order.tryLock()) {
      return; // an apply is asking just now
    }
    try {
      compiler
          .refresh(live.current())
          .ifPresent(
              changed -> {
                live.publish(changed);
                LOG.info(
                    "Addresses of host names changed; revision {} goes on", changed.revision());
              });
    } finally {
      order.unlock();
    }
  }
}
