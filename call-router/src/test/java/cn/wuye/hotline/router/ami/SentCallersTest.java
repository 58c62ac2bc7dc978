package cn.wuye.hotline.router.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.RedirectAction;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.junit.jupiter.api.Test;

class SentCallersTest {
  private static final String CALL = "node-1-1795000000.7";
  private static final String HERE = "node-2-1795000009.3";
  private static final String CHANNEL = "PJSIP/hotline-node-00000003";

  private final SentCallers sent = new SentCallers();

  private void arrives(String channel, String extension) {
    NewChannelEvent fresh = new NewChannelEvent(this);
    fresh.setChannel(channel);
    fresh.setUniqueId(HERE);
    fresh.setLinkedid(HERE);
    fresh.setExten(extension);
    sent.named(fresh);
    assertThat(fresh.getUniqueId()).isEqualTo(fresh.getLinkedid());
  }

  @Test
  void whatIsToldOfHerAndOfThePhoneThatRingsForHerHasTheIdOfHerCall() {
    arrives(CHANNEL, "q-general_" + CALL);
    AgentConnectEvent connect = new AgentConnectEvent(this);
    connect.setUniqueId(HERE);
    connect.setDestUniqueId("node-2-1795000011.4");
    connect.setDestLinkedId(HERE);

    sent.named(connect);

    assertThat(connect.getUniqueId()).isEqualTo(CALL);
    assertThat(connect.getDestLinkedId()).isEqualTo(CALL);
    assertThat(connect.getDestUniqueId()).isEqualTo("node-2-1795000011.4");
  }

  @Test
  void whatIsDoneToHerCallIsDoneToHerChannelHere() {
    arrives(CHANNEL, "q-general_" + CALL);
    RedirectAction both = new RedirectAction("node-2-1795000011.4", CALL, "room", "x", 1);

    sent.addressed(both);

    assertThat(both.getChannel()).isEqualTo("node-2-1795000011.4");
    assertThat(both.getExtraChannel()).isEqualTo(HERE);
    HangupAction hangUp = new HangupAction(CALL);
    sent.addressed(hangUp);
    assertThat(hangUp.getChannel()).isEqualTo(HERE);
  }

  @Test
  void herNewestChannelIsHersWhenSheComesAgain() {
    arrives(CHANNEL, "q-general_" + CALL);
    NewChannelEvent again = new NewChannelEvent(this);
    again.setChannel("PJSIP/hotline-node-00000009");
    again.setUniqueId("node-2-1795000100.1");
    again.setExten("q-general_" + CALL);
    sent.named(again);
    HangupAction hangUp = new HangupAction(CALL);

    sent.addressed(hangUp);

    assertThat(hangUp.getChannel()).isEqualTo("node-2-1795000100.1");
  }

  @Test
  void onlyAChannelOfAnotherNodeIsACallOfAnotherNode() {
    arrives("PJSIP/trunk-00000001", "q-general_" + CALL);
    // The leg by which this node sends somebody has no extension.
    arrives(CHANNEL, "");
    HangupAction hangUp = new HangupAction(CALL);

    sent.addressed(hangUp);

    assertThat(hangUp.getChannel()).isEqualTo(CALL);
  }

  @Test
  void aNewConnectionKnowsHerByTheAccountCode() {
    CoreShowChannelEvent hers = shown(CHANNEL, HERE, HERE);
    CoreShowChannelEvent agents = shown("PJSIP/1001-00000004", "node-2-1795000011.4", HERE);
    QueueEntryEvent entry = new QueueEntryEvent(this);
    entry.setChannel(CHANNEL);
    entry.setUniqueId(HERE);
    assertThat(sent.unknown(entry)).isTrue();

    sent.named(List.of(agents, hers));

    assertThat(hers.getUniqueid()).isEqualTo(CALL);
    assertThat(agents.getUniqueid()).isEqualTo("node-2-1795000011.4");
    assertThat(agents.getLinkedid()).isEqualTo(CALL);
    assertThat(sent.unknown(sent.named(entry))).isFalse();
  }

  /** Asterisk gives her account code to the agent's phone, too. */
  private CoreShowChannelEvent shown(String channel, String id, String linked) {
    CoreShowChannelEvent shown = new CoreShowChannelEvent(this);
    shown.setChannel(channel);
    shown.setUniqueid(id);
    shown.setLinkedid(linked);
    shown.setAccountcode(CALL);
    return shown;
  }

  @Test
  void theIdOfACallNamesItsNode() {
    assertThat(SentCallers.nodeOf(CALL)).contains("node-1");
    assertThat(SentCallers.nodeOf("callback-24-1")).isEmpty();
    assertThat(SentCallers.target("q-general", CALL, "10.0.0.2:5060"))
        .isEqualTo("PJSIP/hotline-node/sip:q-general_" + CALL + "@10.0.0.2:5060");
  }
}
