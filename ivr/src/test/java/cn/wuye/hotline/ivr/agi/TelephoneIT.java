package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.CallerAct;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.ConversationContract;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of conversations, held by the telephone with a real Asterisk over SIP and RTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelephoneIT extends ConversationContract {
  private RealTelephone telephone;

  @BeforeAll
  void start() throws IOException {
    telephone = new RealTelephone();
  }

  @AfterAll
  void stop() throws IOException {
    telephone.close();
  }

  @Override
  protected List<Turn> hold(List<CallerAct> caller, Consumer<Conversation> dialog) {
    return telephone.hold(caller, dialog);
  }
}
