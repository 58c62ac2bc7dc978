package cn.wuye.hotline.ivr.conversation;

/** The caller wants to talk with a person: 0, "人工", or the machine has tried often enough. */
public final class PersonWanted extends Interruption {
  public PersonWanted(String how) {
    super(how);
  }
}
