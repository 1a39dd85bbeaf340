package org.comuta.provisioning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comuta.provisioning.Node.Entry;
import org.comuta.provisioning.Node.Mapping;
import org.comuta.provisioning.Node.Scalar;
import org.comuta.provisioning.Node.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document, of which JSON is a part, as plain lists and names with values: no
 * tags, no anchors, nothing deep, no name twice. Used once, by one thread.
 */
final class YamlReader {
  private static final int DEEPEST = 8;

  private final Iterator<Event> events;

  private YamlReader(Iterator<Event> events) {
    this.events = events;
  }

  static Node read(String text) throws FileException {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      return new YamlReader(new Parse(settings).parseString(text).iterator()).document();
    } catch (MarkedYamlEngineException malformed) {
      throw new FileException(
          "The file is not YAML: " + malformed.getProblem() + ".",
          line(malformed.getProblemMark()));
    } catch (YamlEngineException malformed) {
      throw new FileException("The file is not YAML.", 0);
    }
  }

  private Node document() throws FileException {
    expect(Event.ID.StreamStart);
    expect(Event.ID.DocumentStart);
    Node node = node(events.next(), 1);
    expect(Event.ID.DocumentEnd);
    expect(Event.ID.StreamEnd);
    return node;
  }

  private void expect(Event.ID wanted) throws FileException {
    Event event = events.next();
    if (event.getEventId() != wanted) {
      throw new FileException("The file must be exactly one document.", line(event));
    }
  }

  private Node node(Event event, int depth) throws FileException {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw new FileException("Anchors and aliases are not taken.", line(event));
    }
    if (depth > DEEPEST) {
      throw new FileException("Nothing may be nested deeper than " + DEEPEST + ".", line(event));
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent start -> {
        refuseTag(start.getTag(), event);
        yield sequence(line(event), depth);
      }
      case MappingStartEvent start -> {
        refuseTag(start.getTag(), event);
        yield mapping(line(event), depth);
      }
      default -> throw new FileException("The file is empty or broken here.", line(event));
    };
  }

  private static Scalar scalar(ScalarEvent event) throws FileException {
    refuseTag(event.getTag(), event);
    return new Scalar(event.getValue(), event.isPlain(), line(event));
  }

  private static void refuseTag(Optional<String> tag, Event event) throws FileException {
    if (tag.isPresent()) {
      throw new FileException("Tags such as " + tag.get() + " are not taken.", line(event));
    }
  }

  private Sequence sequence(int line, int depth) throws FileException {
    List<Node> items = new ArrayList<>();
    while (true) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.SequenceEnd) {
        return new Sequence(items, line);
      }
      items.add(node(event, depth + 1));
    }
  }

  private Mapping mapping(int line, int depth) throws FileException {
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (true) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.MappingEnd) {
        return new Mapping(entries, line);
      }
      if (!(node(event, depth + 1) instanceof Scalar name)) {
        throw new FileException("A name must be a text.", line(event));
      }
      if (!names.add(name.text())) {
        throw new FileException("The name " + name.text() + " is there twice.", line(event));
      }
      entries.add(new Entry(name.text(), node(events.next(), depth + 1), line(event)));
    }
  }

  private static int line(Event event) {
    return line(event.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(known -> known.getLine() + 1).orElse(0);
  }
}
