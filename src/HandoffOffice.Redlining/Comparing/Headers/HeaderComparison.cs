using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>
/// Headers and footers (17.10), by the section they are shown in and the pages they appear on. Each place is given what it shows, accepted in the
/// revised document and rejected in the original; a section gets a header of its own only where what it would take from the one before differs.
/// </summary>
internal sealed class HeaderComparison(Comparison comparison)
{
    private readonly Side original = comparison.Original;
    private readonly Side revised = comparison.Revised;
    private readonly SectionReferences references = new();
    private readonly Dictionary<string, ulong> compared = [];
    private readonly Dictionary<(string Kind, ulong Identity), string> written = [];
    private readonly List<(Section Section, HeaderPlace Place, ShownHeader Wanted)> ofNewSections = [];
    private readonly List<(HeaderPlace Place, ShownHeader Shown)> ofOldSections = [];

    /// <summary>Compares them all, after the body was written.</summary>
    public void Write()
    {
        var (evenA, evenB) = (EvenPages.AreOwn(original), EvenPages.AreOwn(revised));
        var sections = Section.Of(original.Map(original.Main).Root);
        var others = Section.Of(revised.Map(revised.Main).Root).FindAll(section => !section.IsDeleted);
        var known = sections.FindAll(section => !comparison.IsOwn(section.InsertedBy));

        // What the original keeps for even pages and does not show would be shown by the setting.
        var even = evenA || (evenB && !known.Exists(section => HeaderPlace.All.Any(place => place.Pages == HeaderPlace.Even && section.Own(original, place) is not null)));
        var was = ShownHeader.Of(original, known, even && !evenA);
        var wanted = ShownHeader.Of(revised, others, even && !evenB);
        var (accepted, rejected) = (HeaderPlace.All.ToDictionary(place => place, _ => default(ShownHeader)), HeaderPlace.All.ToDictionary(place => place, _ => default(ShownHeader)));
        var (atA, atB) = (0, 0);
        foreach (var section in sections)
        {
            var before = comparison.IsOwn(section.InsertedBy) ? null : was[atA++];
            var after = section.IsDeleted || atB == wanted.Count ? null : wanted[atB++];
            foreach (var place in HeaderPlace.All)
            {
                Write(section, place, before?[place], after?[place], accepted[place], rejected[place]);
                accepted[place] = after?[place] ?? accepted[place];
                rejected[place] = before?[place] ?? rejected[place];
            }
        }

        WriteNewSections();
        references.Apply(original);
        if (even && !evenA)
        {
            EvenPages.MakeOwn(comparison);
        }
    }

    private void Write(Section section, HeaderPlace place, ShownHeader? was, ShownHeader? wanted, ShownHeader accepted, ShownHeader rejected)
    {
        if (wanted is not { } shown)
        {
            // The section goes, and with it its references.
            if (was is { Part: { } part } left && section.Own(original, place) == part)
            {
                ofOldSections.Add((place, left));
            }

            return;
        }

        if (was is not { } known)
        {
            if (shown.Identity != accepted.Identity)
            {
                ofNewSections.Add((section, place, shown));
            }
        }
        else if (section.Own(original, place) is { } own && (!compared.TryGetValue(own, out var identity) || identity == shown.Identity))
        {
            if (compared.TryAdd(own, shown.Identity))
            {
                Compare(own, shown);
            }

            written.TryAdd((place.Kind, shown.Identity), RelationshipTo(own));
        }
        else if (section.Own(original, place) is not null || shown.Identity != accepted.Identity || known.Identity != rejected.Identity)
        {
            references.Add(section, place, Add(place, known, shown));
        }
    }

    // Whatever a new section shows is new, unless another section shows the same, or one did that is gone: a section that moved takes its headers along.
    private void WriteNewSections()
    {
        foreach (var (place, shown) in ofOldSections)
        {
            if (shown.Part is { } part && compared.TryAdd(part, shown.Identity))
            {
                written.TryAdd((place.Kind, shown.Identity), RelationshipTo(part));
            }
        }

        foreach (var (section, place, wanted) in ofNewSections)
        {
            if (!written.TryGetValue((place.Kind, wanted.Identity), out var id))
            {
                written[(place.Kind, wanted.Identity)] = id = Add(place, default, wanted);
            }

            references.Add(section, place, id);
        }
    }

    // A part that says what is shown now, with the changes to what is wanted; gives the id of its relationship.
    private string Add(HeaderPlace place, ShownHeader was, ShownHeader wanted)
    {
        var type = $"{PackageRules.WordType}{place.Kind}+xml";
        string part;
        if (was is { Part: { } shown, Identity: not 0 })
        {
            part = comparison.Edits.AddPart(shown, type, Encoding.UTF8.GetBytes(original.Map(shown).Text));
            var relationships = PackageRules.RelationshipsOf(shown);
            if (original.Package.Has(relationships))
            {
                original.Package.Replace(PackageRules.RelationshipsOf(part), original.Package.Bytes(relationships));
            }
        }
        else
        {
            var root = place.Kind == "header" ? "hdr" : "ftr";
            part = comparison.Edits.AddPart(PackageRules.Resolve(original.Main, (wanted.Part ?? $"{place.Kind}1.xml").Split('/')[^1]), type, Encoding.UTF8.GetBytes(
                $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:{root} xmlns:w=\"{W.Ns}\" xmlns:r=\"{W.Relations}\"><w:p/></w:{root}>"));
        }

        Compare(part, wanted);
        return comparison.Edits.Relate(original.Main, PackageRules.RelationshipType + place.Kind, part, external: false);
    }

    private string RelationshipTo(string part) => original.Relationships(original.Main).Values.First(r => r.Target == part).Id;

    private void Compare(string part, ShownHeader wanted)
    {
        var target = new PartTarget(comparison.PartOfOriginal(part));
        var root = target.Part.Map.Root;
        var from = wanted.Part is { } other ? comparison.PartOfRevised(other) : null;
        var before = comparison.Count;
        var inner = from is null ? new BlockComparison(comparison, target, target.Part).Delete(root)
            : new BlockComparison(comparison, target, from).Compare(root, from.Map.Root);
        if (inner is not null && comparison.Count > before)
        {
            var changed = target.WithInside(inner);
            ReadBack.Check(part, changed, root, from?.Map.Root);
            original.Package.Replace(part, changed);
        }
    }
}
