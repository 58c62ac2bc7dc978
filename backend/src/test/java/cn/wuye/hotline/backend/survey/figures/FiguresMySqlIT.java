package cn.wuye.hotline.backend.survey.figures;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class FiguresMySqlIT extends FiguresCases {}
