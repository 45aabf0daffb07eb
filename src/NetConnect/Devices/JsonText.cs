using System.Text;

namespace NetConnect.Devices;

/// <summary>Writes JSON. .NET Framework has no writer of its own, and the engine takes no packages.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public void Value(string name, string value) => Member(name, Quoted(value));

    public void Value(string name, long value) => Member(name, $"{value}");

    public void Value(string name, bool value) => Member(name, value ? "true" : "false");

    public void Values(string name, IEnumerable<string> values) => Member(name, $"[{string.Join(", ", values.Select(Quoted))}]");

    public void Values(string name, IEnumerable<int> values) => Member(name, $"[{string.Join(", ", values)}]");

    public void Object(string? name, Action members) => Nested(name, "{", members, "}");

    public void Array<T>(string name, IEnumerable<T> items, Action<T> members) => Nested(name, "[", () =>
    {
        foreach (T item in items) Nested(null, "{", () => members(item), "}");
    }, "]");

    public override string ToString() => _text.ToString();

    private void Nested(string? name, string open, Action content, string close)
    {
        Member(name, open);
        _depth++;
        _isFirst = true;
        content();
        _depth--;
        _text.Append('\n').Append(' ', _depth * 2).Append(close);
        _isFirst = false;
    }

    private void Member(string? name, string value)
    {
        if (!_isFirst) _text.Append(',');
        if (_text.Length > 0) _text.Append('\n').Append(' ', _depth * 2);
        if (name is not null) _text.Append(Quoted(name)).Append(": ");
        _text.Append(value);
        _isFirst = false;
    }

    // RFC 8259, 7.
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in value)
        {
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (c < ' ') quoted.Append("\\u").Append(((int)c).ToString("x4"));
            else quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }
}
