/// Everyday English words, the most frequent first, so that invented text has the short words that search has to bear.
enum CommonWords {
    static let list = """
        the to and I of a it that was in you they we is be have for not with so this as on but at what there do all like \
        just me my if or about when can them out up know think get would people had who one from are your how then more \
        time because go said our by really she he her him were some no now way did been which want their could things \
        thing an has good make see come lot other than very well going into need back where over only work day feel us \
        even something here too first help much don’t right any after say always didn’t those never someone take say \
        mean still also being should down before most two little kind got through around might talk tell bit own same \
        why find long though team place let year years week life off try put give might few every another last again \
        made came went told asked felt thought knew done doing getting having seeing working talking trying coming \
        between together without against during until while since whether once enough quite almost perhaps maybe often \
        sometimes usually actually probably certainly suddenly slowly quickly early late soon already yet ago today \
        tomorrow morning evening night month hour minute home house room office door street road town city country \
        world school class teacher student book page story word line letter answer question problem idea reason point \
        part side end start middle change move turn keep hold bring carry leave stay stand sit walk run drive ride meet \
        call write read speak listen hear watch look show learn teach understand remember forget believe hope wish care \
        love worry trust matter happen seem become grow build break open close begin stop finish wait follow lead join \
        share pay cost money job staff manager meeting plan report group friend family mother father sister brother \
        child children woman man person body hand head face eye heart mind voice health doctor nurse hospital service \
        support training experience practice role contact visit appointment community network project system process \
        rule law right wrong true real clear simple hard easy difficult different important possible new old young big \
        small high low large short strong weak full empty whole half best better worse worst great nice fine sure ready \
        free busy happy sad afraid angry tired alone quiet loud open closed public private local general special certain \
        common single several many each both either neither none nobody nothing everything everybody everyone anything \
        anyone somewhere anywhere everywhere it’s that’s I’m we’re they’re can’t won’t wasn’t couldn’t wouldn’t isn’t
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)
}
