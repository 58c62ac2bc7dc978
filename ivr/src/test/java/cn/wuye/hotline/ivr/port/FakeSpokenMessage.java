package cn.wuye.hotline.ivr.port;

/** A message that remembers what became of it; its key can be switched to fail. */
public final class FakeSpokenMessage implements SpokenMessage {
  private final String words;
  private final Ask ask;
  private Reply reply = Reply.NOTED;
  private int confirmed;
  private int heard;
  private int ended;

  public FakeSpokenMessage(String words, Ask ask) {
    this.words = words;
    this.ask = ask;
  }

  /** What is answered to the key. */
  public FakeSpokenMessage replying(Reply other) {
    reply = other;
    return this;
  }

  /** How often the key came. */
  public int confirmations() {
    return confirmed;
  }

  /** How often it was read to its end. */
  public int readings() {
    return heard;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Ask ask() {
    return ask;
  }

  @Override
  public Reply confirmed() {
    confirmed++;
    return reply;
  }

  @Override
  public void heard() {
    heard++;
  }

  @Override
  public void ended() {
    ended++;
  }

  /** How often it was said to be over. */
  public int ends() {
    return ended;
  }
}
