package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.survey.store.AnswerChannel;

/**
 * Where answers come from.
 *
 * @param call its id
 * @param channel who has phoned whom
 * @param last number of what was said in it before; 0 for nothing
 */
record Source(long survey, String call, AnswerChannel channel, int last) {}
