using System.Text.RegularExpressions;

namespace NetConnect.Interop.Tests.Hosting;

/// <summary>The known differences, read from the table of a Markdown file. In all cells but the last * stands for anything.</summary>
internal sealed class DifferenceTable
{
    private const int Columns = 5;

    private readonly List<Row> _rows;

    private DifferenceTable(List<Row> rows) => _rows = rows;

    /// <summary>The rows that no difference matched: they say something that is no longer so.</summary>
    public IEnumerable<string> Unused => _rows.Where(row => !row.Used).Select(row => row.Text);

    public static DifferenceTable Read(string path) => new(
        [.. File.ReadLines(path).Where(line => line.StartsWith('|')).Skip(2).Select(line => new Row(line))]);

    /// <summary>Whether a difference is listed. Every row that lists it counts as used.</summary>
    public bool Lists(Difference difference)
    {
        bool listed = false;
        foreach (Row row in _rows.Where(row => row.Matches(difference))) listed = row.Used = true;
        return listed;
    }

    private sealed class Row
    {
        private readonly Regex[] _patterns;

        public Row(string text)
        {
            string[] cells = [.. text.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim())];
            Assert.True(cells.Length == Columns && cells[^1].Length > 0, $"A row has five cells, and the last says why: {text}");
            _patterns = [.. cells.SkipLast(1).Select(Pattern)];
            Text = text;
        }

        public string Text { get; }

        public bool Used { get; set; }

        public bool Matches(Difference difference) => _patterns
            .Zip([difference.Call, difference.Field, difference.Moto, difference.Sandbox])
            .All(pair => pair.First.IsMatch(pair.Second));

        private static Regex Pattern(string cell) =>
            new("^" + Regex.Escape(cell.Replace("`", "", StringComparison.Ordinal)).Replace(@"\*", ".*", StringComparison.Ordinal) + "$");
    }
}
