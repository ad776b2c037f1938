import RuleFormat
import Testing

struct InflectorTests {
    @Test(arguments: [
        ("guarantee", ["guarantee", "guaranteed", "guarantees", "guaranteeing"]),
        ("stop", ["stop", "stopped", "stops", "stopping"]),
        ("carry", ["carry", "carried", "carries", "carrying"]),
        ("heal", ["heal", "healed", "heals", "healing"]),
        ("counsel", ["counsel", "counseled", "counselled", "counsels", "counseling", "counselling"]),
        ("die", ["die", "died", "dies", "dying"]),
        ("feel", ["feel", "felt", "feels", "feeling"]),
        ("crisis", ["crisis", "crises", "crisises", "crisising"]),
        ("commit", ["commit", "committed", "commits", "committing"]),
        ("promise", ["promise", "promised", "promises", "promising"]),
        ("fix", ["fix", "fixed", "fixes", "fixing"]),
        ("be", ["be", "am", "is", "are", "was", "were", "been", "being", "bes"]),
        ("offer", ["offer", "offered", "offers", "offering"]),
    ])
    func forms(_ word: String, _ forms: [String]) {
        #expect(Inflector.forms(of: word) == forms)
    }

    /// Forms that texts use, and some that none of them must be.
    @Test(arguments: [
        ("panic", "panicked panicking panics", "paniced panicing"), ("freeze", "froze frozen freezes freezing", "freezed"), ("bite", "bit bitten biting", "bited"),
        ("hide", "hid hidden hiding", "hided"), ("eat", "ate eaten eating", "eated"), ("sell", "sold selling", "selled"), ("throw", "threw thrown", "throwed"),
        ("bind", "bound binding", "binded"), ("stick", "stuck", "sticked"), ("tear", "tore torn", "teared"), ("wear", "wore worn", "weared"),
        ("weep", "wept weeping", "weeped"), ("feed", "fed feeding", "feeded"), ("hang", "hung hanged", ""), ("steal", "stole stolen", "stealed"),
        ("undo", "undid undone undoes undoing", "undoed"), ("withdraw", "withdrew withdrawn withdrawing", "withdrawwing"),
        ("forbid", "forbade forbidden forbidding", "forbiding"), ("mislead", "misled misleading", "misleaded"), ("awake", "awoke awoken awaking", ""),
        ("quit", "quits quitting", "quited quiting"), ("upset", "upsets upsetting", "upseted upseting"), ("reset", "resets resetting", "reseted"),
        ("set", "sets setting", "seted"), ("begin", "began begun beginning", "begined"), ("swim", "swam swum swimming", "swimmed"),
        ("rewrite", "rewrote rewritten rewriting", "rewrited"), ("foresee", "foresaw foreseen", "foreseed"), ("relay", "relayed relays", ""),
        ("read", "reads reading", "readed"), ("react", "reacted", ""), ("equip", "equipped equipping", "equiped"), ("lie", "lay lain lied lying", ""),
        ("learn", "learnt learned", ""), ("prove", "proved proven", ""), ("age", "aged aging ageing", ""), ("mimic", "mimicked", "mimiced"),
        ("visit", "visited visiting", "visitted"), ("offer", "offered", "offerred"), ("occur", "occurred occurring", "occured"),
        ("travel", "travelled traveled travelling traveling", ""), ("control", "controlled", "controled"), ("cancel", "cancelled canceled", ""),
        ("heal", "healed", "healled"), ("benefit", "benefited benefitted", ""), ("focus", "focused focussed focuses", ""),
        ("prefer", "preferred", "prefered"), ("develop", "developed", "developped"), ("happen", "happened", "happenned"), ("open", "opened", "openned"),
        ("listen", "listened", "listenned"), ("suffer", "suffered", "sufferred"), ("commit", "committed", "commited"), ("fix", "fixed", "fixxed"),
        ("show", "showed shown", "showwed"), ("play", "played", "plaied"), ("agree", "agreed agreeing", "agreing"), ("sync", "synced", "syncked"),
        ("analysis", "analyses", ""), ("half", "halves", ""), ("foot", "feet", ""), ("hero", "heroes", ""), ("child", "children", ""),
        ("grandchild", "grandchildren", ""), ("policewoman", "policewomen", ""), ("self", "selves", ""), ("criterion", "criteria", ""),
        ("phenomenon", "phenomena", ""), ("hypothesis", "hypotheses", ""), ("belief", "beliefs", "believes"), ("proof", "proofs", "prooves"),
        ("quiz", "quizzes quizzed", ""), ("tooth", "teeth", ""), ("wife", "wives", ""), ("therapy", "therapies", "therapys"), ("box", "boxes", ""),
    ])
    func formsInUse(_ word: String, _ used: String, _ wrong: String) {
        let forms = Set(Inflector.forms(of: word))
        #expect(Set(used.split(separator: " ").map(String.init)).subtracting(forms) == [])
        #expect(forms.intersection(wrong.split(separator: " ").map(String.init)) == [])
    }
}
