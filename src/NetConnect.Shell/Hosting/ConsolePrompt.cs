using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace NetConnect.Shell.Hosting;

/// <summary>Asks the person at the terminal. Where nobody is there, asking is an error and never a wait.</summary>
internal sealed class ConsolePrompt
{
    private readonly bool _isInteractive;

    public ConsolePrompt(bool isInteractive) => _isInteractive = isInteractive;

    public int Choose(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Require($"{message} Answer it beforehand: -Confirm:$false does without the question.");
        var keys = choices.Select(Key).ToList();
        Show(caption, message);
        while (true)
        {
            Console.Error.Write(string.Join("  ", choices.Select((c, i) => $"[{keys[i]}] {Label(c)}")));
            Console.Error.Write(defaultChoice >= 0 ? $"  (default is \"{keys[defaultChoice]}\"): " : ": ");
            string answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            int choice = keys.FindIndex(k => k.Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (choice < 0)
                choice = choices.ToList().FindIndex(c => Label(c).Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (choice >= 0)
                return choice;
        }
    }

    public Dictionary<string, PSObject> Ask(string caption, string message, Collection<FieldDescription> fields)
    {
        Require($"A value is missing: {string.Join(", ", fields.Select(f => f.Name))}.");
        Show(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (FieldDescription field in fields)
        {
            Console.Error.Write(field.Name + ": ");
            bool isSecret = field.ParameterTypeFullName == typeof(SecureString).FullName;
            answers[field.Name] = PSObject.AsPSObject(isSecret ? ReadSecret() : ReadLine());
        }
        return answers;
    }

    public PSCredential AskForCredential(string caption, string message, string? userName)
    {
        Require("A credential is needed.");
        Show(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Console.Error.Write("User: ");
            userName = ReadLine();
        }
        Console.Error.Write("Password: ");
        return new PSCredential(userName, ReadSecret());
    }

    public string ReadLine()
    {
        Require("Input is needed.");
        return Console.ReadLine() ?? throw new HostException("The input ended.");
    }

    /// <summary>Reads without showing what is typed.</summary>
    public SecureString ReadSecret()
    {
        Require("A secret is needed.");
        var secret = new SecureString();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }
        Console.Error.WriteLine();
        secret.MakeReadOnly();
        return secret;
    }

    private static void Show(string caption, string message)
    {
        foreach (string line in new[] { caption, message }.Where(l => !string.IsNullOrEmpty(l)))
            Console.Error.WriteLine(line);
    }

    // "Yes to &All": the letter after & is the answer.
    private static string Key(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1).ToUpperInvariant() : choice.Label;
    }

    private static string Label(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);

    private void Require(string what)
    {
        if (!_isInteractive)
            throw new HostException($"Nobody is there to answer: the shell is not interactive. {what}");
    }
}
