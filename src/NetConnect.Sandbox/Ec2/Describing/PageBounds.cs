using System.Globalization;
using System.Text;
using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2.Describing;

/// <summary>
/// How many results one answer of a Describe call may hold. A caller that names no number gets full pages: whoever forgets to follow
/// NextToken is found out here rather than in a large account.
/// </summary>
internal sealed class PageBounds(int least, int most)
{
    public static readonly PageBounds Usual = new(5, 1000);

    /// <summary>For lists that EC2 gives whole: such calls do not know MaxResults and NextToken.</summary>
    public static readonly PageBounds Unpaged = new(0, int.MaxValue - 1);

    /// <summary>The page that a request asks for, and the token of the next one.</summary>
    public (IEnumerable<T> Page, string? NextToken) Cut<T>(Ec2Call call, IReadOnlyList<T> items, bool byId)
        where T : Ec2Resource => Cut(call, items, item => item.Sequence, byId);

    public (IEnumerable<T> Page, string? NextToken) Cut<T>(Ec2Call call, IReadOnlyList<T> items, Func<T, long> sequence, bool byId)
    {
        if (this == Unpaged) CheckUnpaged(call);
        if (call.Parameters.Number("MaxResults") is not { } size) size = most;
        else if (byId) throw new ApiException("InvalidParameterCombination", "The parameter MaxResults cannot be used with a list of ids.");
        else if (size < least) throw OutOfBounds(size, $"Expecting a value greater than or equal to {least}.");
        else if (size > most) throw OutOfBounds(size, $"Expecting a value less than or equal to {most}.");

        long after = call.Parameters.Text("NextToken") is { } token ? Read(token, call.Action) : 0;
        List<T> page = items.Where(item => sequence(item) > after).Take(size + 1).ToList();
        if (page.Count <= size) return (page, null);
        return (page.Take(size), Write(sequence(page[size - 1]), call.Action));
    }

    private static void CheckUnpaged(Ec2Call call)
    {
        foreach (string parameter in new[] { "MaxResults", "NextToken" })
            if (call.Parameters.Text(parameter) is not null) throw QueryParameters.Unknown(parameter);
    }

    private static ApiException OutOfBounds(int size, string why) =>
        new("InvalidParameterValue", $"Value ( {size} ) for parameter maxResults is invalid. {why}");

    // Opaque to callers: the place of the last result, so that results that come or go meanwhile neither repeat nor skip others.
    private static string Write(long last, string action) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{action}/{last}"));

    private static long Read(string token, string action)
    {
        try
        {
            string[] parts = Encoding.UTF8.GetString(Convert.FromBase64String(token)).Split('/');
            if (parts.Length == 2 && parts[0] == action) return long.Parse(parts[1], CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // No base64, or no number in it: a token that nobody here wrote.
        }
        throw new ApiException("InvalidNextToken", $"The token '{token}' is invalid");
    }
}
