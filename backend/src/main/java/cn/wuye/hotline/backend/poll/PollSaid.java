package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Telling;
import cn.wuye.hotline.backend.survey.store.Told;

/**
 * One thing that was said in a poll, as it was given.
 *
 * @param asked which resident of which poll
 * @param question which one it answers; 0 for none
 */
public record PollSaid(long asked, Item item, int question, Told told) implements Telling {}
