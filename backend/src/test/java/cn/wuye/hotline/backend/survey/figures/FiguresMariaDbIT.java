package cn.wuye.hotline.backend.survey.figures;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class FiguresMariaDbIT extends FiguresCases {}
