using System.Collections.Frozen;
using HandoffOffice.Domain.Design;

namespace HandoffOffice.Domain.Checking.Style;

/// <summary>
/// British and American spelling, by the families in which they differ (-our, -ise, -yse, -re, -ll-, -l-, -ce, -ogue, ae and oe) and single words. Words that are right
/// in both with different meanings (practice, program, check, meter, story) are left alone where the other spelling would be wrong.
/// </summary>
internal static class Spelling
{
    private const int ShortestStem = 3;

    // Without the u before -ous, -ation, -ary and -ific in both: humorous, coloration, honorary.
    private static readonly string[] Our =
    [
        "arbo", "ardo", "armo", "behavio", "misbehavio", "cando", "clamo", "colo", "discolo", "demeano", "dolo", "enamo", "endeavo", "favo", "disfavo", "fervo", "flavo",
        "harbo", "hono", "dishono", "humo", "labo", "belabo", "neighbo", "odo", "parlo", "ranco", "rigo", "rumo", "savio", "savo", "splendo", "succo", "tumo", "valo", "vapo", "vigo",
    ];

    private static readonly string[] OurEndings =
        ["", "s", "ed", "ing", "er", "ers", "able", "ably", "ful", "fully", "less", "y", "ly", "al", "ally", "hood", "hoods", "ite", "ites", "itism", "ist", "ists", "'s"];

    // In both spellings with s: what has not the Greek ending, and what has it within a longer root.
    private static readonly FrozenSet<string> AlwaysS = Set(
        "adv dev rev superv telev improv exc inc circumc conc prec exerc prom comprom prem dem surm surpr compr enterpr repr appr chast desp advert merchand franch enfranch disfranch "
        + "expert parad treat pract val chem cer den likew otherw clockw lengthw sidew anticlockw counterclockw contrariw percentagew unadv readv");

    private static readonly FrozenSet<string> AlwaysZ = Set("caps res downs overs unders mids outs rights ups appr");

    private static readonly string[] IsEndings = ["e", "es", "ed", "ing", "er", "ers", "able", "ation", "ations", "ational"];

    private static readonly string[] Yse = ["anal", "reanal", "psychoanal", "paral", "catal", "dial", "hydrol", "electrol", "breathal"];
    private static readonly string[] YseEndings = ["e", "ed", "er", "ers", "ing"];

    private static readonly string[] Re =
        ["cent", "epicent", "theat", "amphitheat", "lit", "millilit", "kilomet", "centimet", "millimet", "nanomet", "fib", "calib", "spect", "somb", "lust", "meag", "sab", "scept", "sepulch", "och", "mit", "reconnoit"];

    private static readonly string[] DoubleL =
    [
        "bevel", "cancel", "carol", "channel", "chisel", "counsel", "dial", "dishevel", "drivel", "duel", "enamel", "equal", "fuel", "refuel", "funnel", "gambol", "gravel", "grovel",
        "initial", "jewel", "kennel", "label", "relabel", "mislabel", "level", "libel", "marshal", "marvel", "medal", "model", "remodel", "panel", "parcel", "pedal", "pencil", "quarrel",
        "ravel", "unravel", "revel", "rival", "shovel", "shrivel", "signal", "snivel", "spiral", "stencil", "swivel", "total", "towel", "travel", "trowel", "tunnel", "yodel",
    ];

    private static readonly string[] DoubleLEndings = ["ed", "ing", "er", "ers"];
    private static readonly string[] SingleLEndings = ["", "s"];

    private static readonly string[] SingleL = ["enrol", "fulfil", "distil", "instil", "appal", "enthral"];

    // Roots that hold wherever they stand.
    private static readonly (string British, string American)[] Roots =
    [
        ("anaesth", "anesth"), ("anaemi", "anemi"), ("leukaemi", "leukemi"), ("paediatr", "pediatr"), ("orthopaed", "orthoped"), ("gynaecolog", "gynecolog"), ("haemorrh", "hemorrh"),
        ("haemoglob", "hemoglob"), ("oestrogen", "estrogen"), ("oesophag", "esophag"), ("diarrhoea", "diarrhea"), ("foetus", "fetus"), ("foetal", "fetal"), ("manoeuvr", "maneuver"),
        ("sceptic", "skeptic"), ("sulph", "sulf"), ("smoulder", "smolder"), ("mould", "mold"), ("moult", "molt"), ("plough", "plow"), ("aluminium", "aluminum"), ("jewellery", "jewelry"),
        ("moustache", "mustache"), ("pyjama", "pajama"), ("artefact", "artifact"), ("aeroplane", "airplane"),
    ];

    private static readonly FrozenDictionary<string, string> ToAmerican = Pairs(
        "defence defense, defences defenses, offence offense, offences offenses, pretence pretense, pretences pretenses, licence license, licences licenses, practise practice, "
        + "practised practiced, practises practices, practising practicing, catalogue catalog, catalogues catalogs, catalogued cataloged, cataloguing cataloging, analogue analog, analogues analogs, "
        + "skilful skillful, skilfully skillfully, wilful willful, wilfully willfully, instalment installment, instalments installments, enrolment enrollment, enrolments enrollments, "
        + "fulfilment fulfillment, counsellor counselor, counsellors counselors, grey gray, greys grays, greyish grayish, programme program, programmes programs, cheque check, cheques checks, "
        + "tyre tire, tyres tires, kerb curb, kerbs curbs, storey story, storeys stories, cosy cozy, cosier cozier, cosiest coziest, ageing aging, judgement judgment, judgements judgments, "
        + "acknowledgement acknowledgment, acknowledgements acknowledgments, whilst while, amongst among, learnt learned, spelt spelled, dreamt dreamed, burnt burned, draught draft, maths math, "
        + "marvellous marvelous, woollen woolen, omelette omelet, tranquillity tranquility, centring centering, metre meter, metres meters");

    private static readonly FrozenDictionary<string, string> ToBritish = Pairs(
        "defense defence, defenses defences, offense offence, offenses offences, pretense pretence, pretenses pretences, practiced practised, practicing practising, catalog catalogue, "
        + "catalogs catalogues, cataloged catalogued, cataloging cataloguing, analog analogue, dialog dialogue, dialogs dialogues, skillful skilful, skillfully skilfully, willful wilful, "
        + "willfully wilfully, installment instalment, installments instalments, enrollment enrolment, enrollments enrolments, fulfillment fulfilment, counselor counsellor, counselors counsellors, "
        + "gray grey, grays greys, cozy cosy, cozier cosier, coziest cosiest, aging ageing, marvelous marvellous, woolen woollen, tranquility tranquillity, centering centring, analyzes analyses, "
        + "paralyzes paralyses, maneuverable manoeuvrable, maneuver manoeuvre, maneuvers manoeuvres, maneuvered manoeuvred, maneuvering manoeuvring, math maths");

    private static readonly FrozenDictionary<string, string> British = Families(american: false);
    private static readonly FrozenDictionary<string, string> American = Families(american: true);

    /// <summary>The word in the variant where it stands in the other; null where it is right or unknown.</summary>
    /// <param name="word">In lower case.</param>
    /// <param name="variant">The variant that is wanted.</param>
    public static string? In(string word, SpellingVariant variant)
    {
        bool american = variant == SpellingVariant.American;
        return (american ? American : British).GetValueOrDefault(word) ?? Ise(word, american) ?? Root(word, american);
    }

    private static string? Ise(string word, bool american)
    {
        char from = american ? 's' : 'z';
        foreach (string ending in IsEndings)
        {
            int stem = word.Length - ending.Length - 2;
            if (stem >= ShortestStem && word[stem] == 'i' && word[stem + 1] == from && word.EndsWith(ending, StringComparison.Ordinal)
                && !"aeiou'-".Contains(word[stem - 1], StringComparison.Ordinal) && !AlwaysS.Contains(word[..stem]) && !AlwaysZ.Contains(word[..stem]))
            {
                return $"{word[..stem]}i{(american ? 'z' : 's')}{ending}";
            }
        }

        return null;
    }

    private static string? Root(string word, bool american)
    {
        foreach ((string british, string us) in Roots)
        {
            (string from, string to) = american ? (british, us) : (us, british);
            // "manoeuvre" ends in e where "maneuver" does not; the table of single words has its forms for British.
            if (word.StartsWith(from, StringComparison.Ordinal) && !(from == "maneuver"))
            {
                string rest = word[from.Length..];
                return to + (from == "manoeuvr" && rest.StartsWith('e') ? rest[1..] : rest);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> Families(bool american)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string british, string us)
        {
            if (british != us)
            {
                words.TryAdd(american ? british : us, american ? us : british);
            }
        }

        foreach ((string from, string to) in american ? ToAmerican : ToBritish)
        {
            words[from] = to;
        }

        foreach ((string stem, string ending) in from stem in Our from ending in OurEndings select (stem, ending))
        {
            Add($"{stem}ur{ending}", $"{stem}r{ending}");
        }

        foreach ((string stem, string ending) in from stem in Yse from ending in YseEndings select (stem, ending))
        {
            Add($"{stem}ys{ending}", $"{stem}yz{ending}");
        }

        foreach (string stem in Re)
        {
            Add($"{stem}re", $"{stem}er");
            Add($"{stem}res", $"{stem}ers");
            Add($"{stem}red", $"{stem}ered");
        }

        foreach ((string stem, string ending) in from stem in DoubleL from ending in DoubleLEndings select (stem, ending))
        {
            Add($"{stem}l{ending}", $"{stem}{ending}");
        }

        foreach ((string stem, string ending) in from stem in SingleL from ending in SingleLEndings select (stem, ending))
        {
            Add($"{stem}{ending}", $"{stem}l{ending}");
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string pairs) => pairs.Split(", ").Select(pair => pair.Split(' '))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
