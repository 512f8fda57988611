using System.Text;

namespace HandoffOffice.Redlining;

/// <summary>Writes a part with the edits of its lines as tracked changes. All else is copied as it stands.</summary>
internal sealed class EditWriter
{
    private readonly Comparison comparison;
    private readonly PartTarget target;
    private readonly EditStamps stamps;
    private readonly PropertyWriter properties;
    private readonly BlockComparison blocks;
    private readonly List<(EditedLine Edited, EditLine Original)> lines;
    private readonly string text;

    /// <summary>Prepares the writing of a part.</summary>
    /// <param name="comparison">Gives the ids.</param>
    /// <param name="story">The part.</param>
    /// <param name="edited">Its lines with edits.</param>
    /// <param name="stamps">What the changes are signed with.</param>
    public EditWriter(Comparison comparison, EditStory story, IEnumerable<EditedLine> edited, EditStamps stamps)
    {
        (this.comparison, this.stamps, target, text) = (comparison, stamps, new PartTarget(story.Part), story.Part.Map.Text);
        properties = new PropertyWriter(comparison, target, story.Part);
        blocks = new BlockComparison(comparison, target, story.Part);
        lines = [.. edited.SelectMany(one => TextBoxCopies.Of(one).Select(copy => (copy, one.Line)).Prepend((one, one.Line))).OrderBy(one => one.Item1.Line.Start)];
    }

    /// <summary>The part with the edits in it.</summary>
    public byte[] Write()
    {
        var root = target.Part.Map.Root;
        var inner = Render(root.Span.Content, text.Length);
        return Encoding.UTF8.GetBytes($"{text.AsSpan(0, root.Span.Start)}{target.RootTag()}{inner}");
    }

    // A line may stand in a text box that hangs on another: the outer one writes it where its turn comes.
    private string Render(int start, int end)
    {
        var output = new StringBuilder();
        var at = start;
        for (var next = FirstFrom(start); next < lines.Count && lines[next].Edited.Line.Start < end; next++)
        {
            var line = lines[next].Edited.Line;
            if (line.Start >= at)
            {
                output.Append(text, at, line.Start - at);
                new LineWriter(this, lines[next].Edited, lines[next].Original).Write(output);
                at = line.End;
            }
        }

        return output.Append(text, at, end - at).ToString();
    }

    private bool HoldsEdits(XmlElement element) => FirstFrom(element.Span.Content) is var next && next < lines.Count && lines[next].Edited.Line.Start < element.Span.End;

    private int FirstFrom(int place)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = lines[middle].Edited.Line.Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Writes one line.</summary>
    private sealed class LineWriter
    {
        private readonly EditWriter part;
        private readonly EditedLine edited;
        private readonly EditLine line;
        private readonly TokenStream a;
        private readonly TokenStream b;
        private readonly PieceWriter writer;
        private readonly Func<int, string> stamp;
        private readonly List<(int Start, int End, int Edit)> deletions = [];
        private readonly List<Insertion> insertions = [];
        private readonly List<int> cuts = [];
        private readonly List<Piece> pieces = [];
        private StringBuilder output = new();

        public LineWriter(EditWriter part, EditedLine edited, EditLine original)
        {
            (this.part, this.edited, line, a) = (part, edited, edited.Line, edited.Line.Stream);
            b = new TokenStream { Part = a.Part };
            b.Containers.AddRange(a.Containers.Skip(1));
            stamp = part.stamps.For(original, part.target.Word);
            writer = new PieceWriter(part.comparison, part.target, part.properties, part.blocks, new SameContainers(a, b), ChangeTags.Edits)
            {
                StampOf = stamp,
                NestedMarkup = element => part.Render(element.Span.Start, element.Span.End),
            };
            foreach (var edit in edited.Edits.Where(edit => edit.Kind == EditKind.Change).OrderBy(edit => edit.Where.Start))
            {
                foreach (var change in edit.Changes)
                {
                    Take(edit.Index, change);
                }
            }

            cuts.AddRange(deletions.SelectMany(deletion => (int[])[deletion.Start, deletion.End]).Concat(insertions.Select(insertion => insertion.Host.Place)).Distinct().Order());
        }

        private string W_ => part.target.Word;

        private XmlElement? Properties => line.Last.Child(W.PPr);

        public void Write(StringBuilder into)
        {
            output = into;
            var (before, behind) = (NewParagraphs(EditKind.Before), NewParagraphs(EditKind.Behind));
            before.ForEach(WriteNew);
            var at = line.Start;
            var next = 0;
            foreach (var element in line.Elements)
            {
                output.Append(part.text, at, element.Span.Start - at);
                if (element.Name == W.P)
                {
                    WriteParagraph(element, line.Ranges[next++]);
                }
                else
                {
                    output.Append(element.Raw);
                }

                at = element.Span.End;
            }

            behind.ForEach(WriteNew);
        }

        private void Take(int edit, LineChange change)
        {
            if (change.Start < change.End)
            {
                var (start, end) = line.InStream(change.Start, change.End);
                deletions.Add((start, end, edit));
            }

            if (change.Inserted.Length > 0)
            {
                insertions.Add(new Insertion(edit, line.Host(change.Start, change.End, change.Continues), Typed(change.Inserted)));
            }
        }

        // All that is inserted has to be in the stream before the first of it is written.
        private List<(int Start, int Length)> Typed(string inserted)
        {
            var segments = new List<(int, int)>();
            foreach (var segment in inserted.Split('\n'))
            {
                segments.Add((b.Characters.Length, segment.Length));
                b.Characters.Append(segment);
            }

            return segments;
        }

        private List<Insertion> NewParagraphs(EditKind kind) =>
            edited.Edits.FindAll(edit => edit.Kind == kind).ConvertAll(edit => new Insertion(edit.Index, new EditHost(0, true, 0, line.CommonFormat()), Typed(edit.Text)));

        private void WriteNew(Insertion insertion)
        {
            foreach (var segment in insertion.Segments)
            {
                Insert(insertion, segment);
                EndNew(insertion.Edit);
            }
        }

        private void WriteParagraph(XmlElement paragraph, (int First, int Mark) range)
        {
            var before = output.Length;
            for (var atom = range.First; atom < range.Mark; atom++)
            {
                Take(atom);
            }

            if (a.Atoms[range.Mark].Kind == AtomKind.Mark)
            {
                Insertions(-1, before: true);
            }

            var losesMark = edited.LosesMark && paragraph.Equals(line.Last);
            if (output.Length == before && !losesMark && pieces.TrueForAll(piece => piece.Kind == PieceKind.Keep))
            {
                output.Append(paragraph.Raw);
            }
            else
            {
                var own = paragraph.Child(W.PPr);
                output.Append(paragraph.OpenTag);
                output.Append(losesMark ? part.properties.DeletedParagraph(own, "del", stamp(edited.Deletion?.Index ?? -1)) : own is { } kept ? kept.Raw : "");
                writer.Write(output, pieces);
                output.Append("</").Append(paragraph.QualifiedName).Append('>');
            }

            pieces.Clear();
        }

        private void Take(int index)
        {
            var atom = a.Atoms[index];
            var end = atom.Start + atom.Length;
            if (atom.Length == 0)
            {
                pieces.Add(new Piece(PieceKind.Keep, index, 0, 0));
                return;
            }

            // Only text can be cut.
            for (var at = atom.Start; at < end;)
            {
                var cut = cuts.BinarySearch(at + 1);
                cut = cut >= 0 ? cut : ~cut;
                var until = atom.Kind == AtomKind.Text && cut < cuts.Count && cuts[cut] < end ? cuts[cut] : end;
                Insertions(at, before: true);
                var (kind, edit) = What(atom, at);
                pieces.Add(new Piece(kind, index, at - atom.Start, until - at, Edit: edit));
                Insertions(until, before: false);
                at = until;
            }
        }

        private (PieceKind Kind, int Edit) What(Atom atom, int at)
        {
            var element = a.Element(atom.Element);
            if (edited.Deletion is { } deletion)
            {
                return deletion.KeepsMark && EditRules.IsLasting(element.Name) && element.Name.LocalName != "commentReference" ? (PieceKind.Keep, -1) : (PieceKind.Delete, deletion.Index);
            }

            var found = deletions.FindIndex(one => one.Start <= at && at < one.End);
            if (found >= 0 && !(atom.Kind == AtomKind.Object && EditRules.IsLasting(element.Name)))
            {
                return (PieceKind.Delete, deletions[found].Edit);
            }

            return (atom.Kind == AtomKind.Object && part.HoldsEdits(element) ? PieceKind.Nested : PieceKind.Keep, -1);
        }

        private void Insertions(int place, bool before)
        {
            foreach (var insertion in insertions)
            {
                if (insertion.Host.Place == place && insertion.Host.Before == before)
                {
                    for (var segment = 0; segment < insertion.Segments.Count; segment++)
                    {
                        if (segment > 0)
                        {
                            EndNew(insertion.Edit);
                        }

                        Insert(insertion, insertion.Segments[segment]);
                    }
                }
            }
        }

        private void Insert(Insertion insertion, (int Start, int Length) segment)
        {
            if (segment.Length > 0)
            {
                b.Atoms.Add(new Atom(AtomKind.Text, 0, insertion.Host.Run, insertion.Host.Container, segment.Start, segment.Length));
                pieces.Add(new Piece(PieceKind.Insert, b.Atoms.Count - 1, 0, segment.Length, Edit: insertion.Edit));
            }
        }

        private void EndNew(int edit)
        {
            output.Append('<').Append(W_).Append("p>").Append(part.properties.ParagraphLike(Properties, stamp(edit)));
            writer.Write(output, pieces);
            output.Append("</").Append(W_).Append("p>");
            pieces.Clear();
        }

        /// <summary>An edit puts nothing around runs, and takes nothing away.</summary>
        private sealed record SameContainers(TokenStream Original, TokenStream Revised) : IContainerPairs
        {
            public int ContainerOfRevised(int container) => container;

            public bool IsMatched(int container) => true;
        }

        private sealed record Insertion(int Edit, EditHost Host, List<(int Start, int Length)> Segments);
    }
}
