package cn.wuye.hotline.backend.survey.store;

/** One thing that was said in a survey about a ticket, as it was given. */
public record Said(long survey, AnswerChannel channel, Item item, Told told) implements Telling {}
