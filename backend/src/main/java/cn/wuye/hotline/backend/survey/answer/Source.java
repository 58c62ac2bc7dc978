package cn.wuye.hotline.backend.survey.answer;

/**
 * Where answers come from.
 *
 * @param call its id
 * @param last number of what was said in it before; 0 for nothing
 */
record Source(long survey, String call, int last) {}
