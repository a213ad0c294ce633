namespace Site.Tests.Endurance.Writer;

/// <summary>
/// What a writer has said, one line each: what it is about to do (<see cref="Begin"/>), what is done (<see cref="Acknowledge"/>), what was
/// refused (<see cref="Refuse"/>), and in which state it found a thing at its start (<see cref="Found"/>).
/// </summary>
/// <remarks>Fields are separated by tabs and a line ends with a full stop: one that was cut short by the death of the writer does not count.</remarks>
internal sealed class WriterHistory
{
    public const string Begin = "BEGIN";
    public const string Acknowledge = "ACK";
    public const string Refuse = "REFUSED";
    public const string Found = "FOUND";
    private const string End = ".";

    private readonly Dictionary<string, List<string>> _possible = [];

    /// <summary>How many writes were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>What was refused, and why.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Everything that was ever written.</summary>
    public IReadOnlyCollection<string> Things => _possible.Keys;

    /// <summary>A line as the writer prints it.</summary>
    public static string Line(string verb, string thing, string state) =>
        $"{verb}\t{thing}\t{state.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{End}";

    /// <summary>The states that the thing may be in: the one that was acknowledged last, and those that were begun since.</summary>
    public IReadOnlyList<string> PossibleStates(string thing) => _possible[thing];

    /// <summary>Takes in a line; others than the four are not part of the history.</summary>
    public void Add(string line)
    {
        if (line.Split('\t') is not [var verb, var thing, var state, End])
        {
            return;
        }

        switch (verb)
        {
            case Begin:
                if (!_possible.TryGetValue(thing, out List<string>? states))
                {
                    _possible[thing] = states = [WriterState.Absent];
                }

                states.Add(state);
                break;
            case Acknowledge or Found:
                _possible[thing] = [state];
                Acknowledged += verb == Acknowledge ? 1 : 0;
                break;
            case Refuse:
                Refused.Add($"{thing}: {state}");
                break;
        }
    }
}
