package cn.wuye.hotline.router.ami;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Callers whom another node has sent here. Their call has a channel there and another one here; in
 * all that Asterisk tells, and in all that it is asked, the one here goes by the id of the call, so
 * that nobody else has to know of two. A call's id names its node, so that no two are alike.
 *
 * <p>Asterisk gives the account code, too, to the phone that is rung for her: it counts only on the
 * channel that came.
 */
public final class SentCallers {
  /** Asterisk's names for channels of the endpoint by which nodes send callers. */
  private static final String FROM_A_NODE = "PJSIP/hotline-node-";

  /** The extension that is dialled is the queue and the call: {@code q-general_node-1-17.5}. */
  private static final char CALL = '_';

  /** Asterisk makes ids of the node's, the second and a number. */
  private static final Pattern OF_A_NODE = Pattern.compile("(.+)-[0-9]+\\.[0-9]+");

  /** Of those who have gone, late events still tell; who was heard of longest ago is forgotten. */
  private static final int REMEMBERED = 20_000;

  private static final float LOAD = 0.75f;

  private static final ClassValue<List<PropertyDescriptor>> EVENT_IDS =
      new ClassValue<>() {
        @Override
        protected List<PropertyDescriptor> computeValue(Class<?> type) {
          return words(type, "uniqueid", "linkedid");
        }
      };

  private static final ClassValue<List<PropertyDescriptor>> ACTION_CHANNELS =
      new ClassValue<>() {
        @Override
        protected List<PropertyDescriptor> computeValue(Class<?> type) {
          return words(type, "channel");
        }
      };

  /** By the id that Asterisk has given to the channel. */
  private final Map<String, String> calls = bounded();

  /** The latest channel of each call. */
  private final Map<String, String> channels = bounded();

  SentCallers() {}

  /** Whether a channel is one by which a node sends callers to another, or is sent one. */
  public static boolean betweenNodes(@Nullable String channelName) {
    return text(channelName).startsWith(FROM_A_NODE);
  }

  /** The id of the node which a call has reached first; empty for what is no call's id. */
  public static Optional<String> nodeOf(String call) {
    return Optional.of(OF_A_NODE.matcher(call)).filter(Matcher::matches).map(id -> id.group(1));
  }

  /** Whether a call is another node's, which has sent it to this one. */
  public static boolean sentTo(String node, String call) {
    return nodeOf(call).filter(home -> !home.equals(node)).isPresent();
  }

  /**
   * What Asterisk dials to have a caller wait at another node.
   *
   * @param queue Asterisk's name
   * @param call id
   * @param sip {@code HOST:PORT} of that node's Asterisk
   */
  public static String target(String queue, String call, String sip) {
    return "PJSIP/hotline-node/sip:" + queue + CALL + call + "@" + sip;
  }

  /** Every channel there is, before anything else is told of them. */
  synchronized List<CoreShowChannelEvent> named(List<CoreShowChannelEvent> all) {
    all.forEach(each -> learn(each.getChannel(), each.getUniqueid(), text(each.getAccountcode())));
    all.forEach(this::rename);
    return all;
  }

  /** The event, with the ids of calls in it. */
  synchronized <E extends ManagerEvent> E named(E event) {
    if (event instanceof NewChannelEvent fresh) {
      learn(fresh.getChannel(), fresh.getUniqueId(), called(text(fresh.getExten())));
    }
    rename(event);
    return event;
  }

  /**
   * Whether a row is of a caller whom another node sends and of whom nothing is known yet: she came
   * after the channels were told, and the events that tell of her follow.
   */
  synchronized boolean unknown(QueueEntryEvent entry) {
    return betweenNodes(entry.getChannel()) && !channels.containsKey(text(entry.getUniqueId()));
  }

  /** The action, with the ids of channels in it. */
  synchronized ManagerAction addressed(ManagerAction action) {
    if (!channels.isEmpty()) {
      replace(action, ACTION_CHANNELS.get(action.getClass()), channels);
    }
    return action;
  }

  private static String called(String extension) {
    return extension.substring(extension.indexOf(CALL) + 1);
  }

  private void learn(@Nullable String name, @Nullable String channel, String call) {
    if (betweenNodes(name) && !call.isEmpty() && !text(channel).isEmpty()) {
      calls.put(text(channel), call);
      channels.put(call, text(channel));
    }
  }

  private void rename(ManagerEvent event) {
    if (!calls.isEmpty()) {
      replace(event, EVENT_IDS.get(event.getClass()), calls);
    }
  }

  private static void replace(
      Object bean, List<PropertyDescriptor> words, Map<String, String> others) {
    try {
      for (PropertyDescriptor word : words) {
        Optional<String> other =
            Optional.ofNullable((String) word.getReadMethod().invoke(bean)).map(others::get);
        if (other.isPresent()) {
          word.getWriteMethod().invoke(bean, other.get());
        }
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("the words of " + bean.getClass() + " cannot be set", e);
    }
  }

  /** The library names the same word {@code uniqueId} here and {@code uniqueid} there. */
  private static List<PropertyDescriptor> words(Class<?> type, String... endings) {
    try {
      BeanInfo bean = Introspector.getBeanInfo(type);
      return Arrays.stream(bean.getPropertyDescriptors())
          .filter(word -> word.getReadMethod() != null && word.getWriteMethod() != null)
          .filter(word -> word.getPropertyType() == String.class)
          .filter(
              word ->
                  Arrays.stream(endings)
                      .anyMatch(word.getName().toLowerCase(Locale.ROOT)::endsWith))
          .toList();
    } catch (IntrospectionException e) {
      throw new IllegalStateException("the words of " + type + " cannot be read", e);
    }
  }

  private static Map<String, String> bounded() {
    return new LinkedHashMap<>(16, LOAD, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
